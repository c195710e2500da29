using NetDsl.LayerApiGenerator;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Typed;

/// <summary>What is generated from the facts is checked in as it is generated.</summary>
public sealed class GeneratedApiTests
{
    private const string Remedy = "run: dotnet run --project tools/LayerApiGenerator";

    private static readonly Lazy<IReadOnlyList<GeneratedFile>> generated = new(LayerApi.Generate);

    [Fact]
    public void Every_generated_file_is_as_it_is_generated() =>
        Findings.None(
            generated.Value.Where(file => !IsCheckedIn(file)).Select(file => $"{file.Path} differs; {Remedy}")
        );

    [Fact]
    public void Nothing_else_is_in_the_folder_of_generated_code() =>
        Findings.None(
            RepositoryFiles
                .Tracked.Where(path => path.StartsWith(LayerApi.Folder + "/", StringComparison.Ordinal))
                .Except(generated.Value.Select(file => file.Path))
                .Select(path => $"{path} is not generated any more; {Remedy}")
        );

    [Fact]
    public void Generating_twice_gives_the_same() => Assert.Equal(generated.Value, LayerApi.Generate());

    private static bool IsCheckedIn(GeneratedFile file)
    {
        var path = RepositoryFiles.FullPath(file.Path);
        return File.Exists(path) && File.ReadAllText(path) == file.Text;
    }
}
