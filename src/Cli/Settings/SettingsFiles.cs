namespace NetDsl.Cli;

/// <summary>Finds the settings files that hold for a command.</summary>
internal sealed class SettingsFiles(CliHost host)
{
    public const string Name = "netdsl.json";

    private const int LongestFile = 1 << 20;

    /// <summary>
    /// The file that is named, or else those from the current folder upward, the nearest one first: as far as a folder with
    /// <c>.git</c>, or a file that says it is the root.
    /// </summary>
    /// <param name="named">As the user wrote it, or null.</param>
    /// <exception cref="ModelException">A file cannot be read, or has errors.</exception>
    public FileSettings Read(string? named)
    {
        if (named is not null)
        {
            return ReadFile(named);
        }

        var settings = FileSettings.Empty;
        for (var folder = host.CurrentDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, Name);
            if (File.Exists(file))
            {
                var outer = ReadFile(file);
                settings = settings.Over(outer);
                if (outer.IsRoot)
                {
                    break;
                }
            }

            // A file in a worktree or submodule, else a folder.
            if (Path.Exists(Path.Combine(folder, ".git")))
            {
                break;
            }
        }

        return settings;
    }

    private FileSettings ReadFile(string path)
    {
        var bytes = InputFile.Read(host, path, LongestFile);
        var errors = new List<Diagnostic>();
        var settings = new SettingsReader(bytes, host.FullPath(path), errors).Read();
        return errors.Count == 0 ? settings : throw new ModelException(errors);
    }
}
