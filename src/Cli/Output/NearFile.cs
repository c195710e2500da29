namespace NetDsl.Cli;

/// <summary>Finds the file that was meant by the path of one that is not there.</summary>
internal static class NearFile
{
    /// <summary>The name of a file in the same folder, or null if none is near.</summary>
    public static string? Find(string fullPath, params string[] extensions)
    {
        var folder = Path.GetDirectoryName(fullPath);
        return Directory.Exists(folder)
            ? Spelling.Closest(
                Path.GetFileName(fullPath),
                Directory
                    .EnumerateFiles(folder)
                    .Where(file => extensions.Contains(Path.GetExtension(file)))
                    .Select(file => Path.GetFileName(file))
                    .Order(StringComparer.Ordinal)
            )
            : null;
    }
}
