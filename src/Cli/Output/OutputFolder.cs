namespace NetDsl.Cli;

/// <summary>Folders that the tool writes files into.</summary>
internal static class OutputFolder
{
    /// <summary>Makes a folder, and those above it, if it is not there.</summary>
    /// <exception cref="ModelException">That cannot be done.</exception>
    public static void Create(CliHost host, string folder)
    {
        try
        {
            Directory.CreateDirectory(host.FullPath(folder));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw WriteFailure.Of(folder, error);
        }
    }
}
