namespace NetDsl.Cli;

/// <summary>Paths as the reader knows them.</summary>
/// <param name="currentDirectory">A full path.</param>
internal sealed class DisplayPath(string currentDirectory)
{
    private readonly string prefix = Path.EndsInDirectorySeparator(currentDirectory)
        ? currentDirectory
        : currentDirectory + Path.DirectorySeparatorChar;

    /// <summary>The path relative to the current directory if it lies below, else as it is; with forward slashes.</summary>
    public string Show(string path)
    {
        var shown = path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;
        return shown.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>The same as a URI: relative to the current directory if it lies below, else of the file itself.</summary>
    public string ToUri(string path)
    {
        var shown = Show(path);
        return Path.IsPathFullyQualified(path) && path.Length == shown.Length
            ? new Uri(path).AbsoluteUri
            : string.Join('/', shown.Split('/').Select(Uri.EscapeDataString));
    }
}
