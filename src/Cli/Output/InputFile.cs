using System.Text;

namespace NetDsl.Cli;

/// <summary>Files that the user names to be read.</summary>
internal static class InputFile
{
    private static readonly UTF8Encoding strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

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

    /// <summary>The whole file as text.</summary>
    /// <exception cref="ModelException">It cannot be read, or is not UTF-8.</exception>
    public static string ReadText(CliHost host, string path)
    {
        try
        {
            return strict.GetString(Read(host, path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw ToolDiagnostics.CannotRead(path, "it is not UTF-8").ToException();
        }
    }
}
