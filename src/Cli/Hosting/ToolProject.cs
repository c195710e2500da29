namespace NetDsl.Cli;

/// <summary>Recognises <c>#:project</c> lines that mean this tool.</summary>
internal static class ToolProject
{
    /// <summary>Whether a path leads to the project of the tool.</summary>
    /// <param name="path">A project file or its folder, as written.</param>
    /// <param name="folder">What it is relative to.</param>
    public static bool Is(string path, string folder)
    {
        if (path.Length == 0)
        {
            return false;
        }

        var full = Path.GetFullPath(path.Replace('\\', '/'), folder);
        try
        {
            var project = Directory.Exists(full) ? ProjectFile.In(full) : full;
            return project is not null
                && File.Exists(project)
                && (
                    Path.GetFileName(project) == "NetDsl.Cli.csproj"
                    || File.ReadAllText(project)
                        .Contains("<AssemblyName>netdsl</AssemblyName>", StringComparison.Ordinal)
                );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The SDK says what is wrong with it.
            return false;
        }
    }
}
