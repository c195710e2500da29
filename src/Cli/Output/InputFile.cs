namespace NetDsl.Cli;

/// <summary>Files that the user names to be read.</summary>
internal static class InputFile
{
    /// <summary>The whole file.</summary>
    /// <exception cref="ModelException">It cannot be read, with the reason.</exception>
    public static byte[] Read(CliHost host, string path)
    {
        try
        {
            return File.ReadAllBytes(host.FullPath(path));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ToolDiagnostics.CannotRead(path, "there is no such file").ToException();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ToolDiagnostics.CannotRead(path, error.Message).ToException();
        }
    }
}
