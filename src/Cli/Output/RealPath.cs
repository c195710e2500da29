namespace NetDsl.Cli;

/// <summary>A path without links, so that two ways to one file can be told from two files.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <summary>The path with all links in it followed, those of its folders, too; what leads nowhere stays as it is.</summary>
    public static string Of(string fullPath)
    {
        try
        {
            return Follow(fullPath, MostLinks);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return fullPath;
        }
    }

    private static string Follow(string path, int links)
    {
        if (Path.GetDirectoryName(path) is not { } folder)
        {
            return path;
        }

        var real = Path.Join(Follow(folder, links), Path.GetFileName(path));
        return new FileInfo(real).LinkTarget is not { } target ? real
            : links > 0 ? Follow(Path.GetFullPath(target, Path.GetDirectoryName(real)!), links - 1)
            : throw new IOException($"'{path}' leads through too many links.");
    }
}
