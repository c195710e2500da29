namespace NetDsl.Cli;

/// <summary>Configs as input: files that RETURNN loads, emitted or written by hand.</summary>
internal static class ConfigFile
{
    private static readonly string[] extensions = [".py", ".config", ".json"];

    /// <summary>Whether an input is a config and no model, by its name.</summary>
    public static bool IsConfig(CliHost host, string path) =>
        extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
        && !Directory.Exists(host.FullPath(path));

    /// <summary>The whole text.</summary>
    /// <exception cref="ModelException">It is not there, or cannot be read.</exception>
    public static string Read(CliHost host, string path) =>
        File.Exists(host.FullPath(path))
            ? InputFile.ReadConfig(host, path)
            : throw ToolDiagnostics.ModelNotFound(path, NearFile.Find(host.FullPath(path), extensions)).ToException();
}
