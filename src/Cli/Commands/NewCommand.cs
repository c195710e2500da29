using System.Text;

namespace NetDsl.Cli;

/// <summary>Writes the files of a starter.</summary>
internal sealed class NewCommand(CliHost host, GlobalSettings globals, NewSettings settings)
{
    public int Run(Report report)
    {
        var files = StarterFiles.Of(settings.Kind, settings.Name);
        if (settings.Kind == StarterFiles.Project)
        {
            WriteFolder(settings.Output ?? settings.Name!, files);
        }
        else
        {
            var output = settings.Output ?? (settings.Name is null ? null : files[0].File);
            new NewFile(host, globals).Write(output, Encoding.UTF8.GetBytes(files[0].Text), settings.Force);
        }

        return report.Outcome;
    }

    // All or none: half a project is no start.
    private void WriteFolder(string folder, IReadOnlyList<(string File, string Text)> files)
    {
        var writer = new NewFile(host, globals);
        foreach (var (file, _) in files)
        {
            writer.RejectExisting(Path.Combine(folder, file), settings.Force);
        }

        OutputFolder.Create(host, folder);
        foreach (var (file, text) in files)
        {
            writer.Write(Path.Combine(folder, file), Encoding.UTF8.GetBytes(text), settings.Force);
        }
    }
}
