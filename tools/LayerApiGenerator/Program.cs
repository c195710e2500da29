using NetDsl.LayerApiGenerator;

// dotnet run --project tools/LayerApiGenerator, in the root of the repository.
if (!File.Exists("NetDsl.sln"))
{
    Console.Error.WriteLine("Run this in the root of the repository: there is no NetDsl.sln here.");
    return 1;
}

var files = LayerApi.Generate();
foreach (var stale in Directory.EnumerateFiles(LayerApi.Folder).Except(files.Select(file => file.Path)).ToList())
{
    File.Delete(stale);
}

foreach (var file in files)
{
    Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
    File.WriteAllText(file.Path, file.Text);
}

return 0;
