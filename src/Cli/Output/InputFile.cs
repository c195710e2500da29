using System.Text;

namespace NetDsl.Cli;

/// <summary>Files that the user names to be read.</summary>
internal static class InputFile
{
    private static readonly UTF8Encoding strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    // A config of the longest text that is read has at most three bytes for each character.
    private const int LongestConfig = 96 << 20;

    /// <summary>The whole file.</summary>
    /// <exception cref="ModelException">It cannot be read, with the reason.</exception>
    public static byte[] Read(CliHost host, string path) => Read(host, path, Array.MaxLength);

    /// <summary>The whole file.</summary>
    /// <exception cref="ModelException">It has more bytes than that, or cannot be read, with the reason.</exception>
    public static byte[] Read(CliHost host, string path, int mostBytes)
    {
        try
        {
            using var stream = new FileStream(host.FullPath(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return ReadAll(stream, mostBytes)
                ?? throw ToolDiagnostics
                    .CannotRead(path, FormattableString.Invariant($"it has more than {mostBytes} bytes"))
                    .ToException();
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
    public static string ReadText(CliHost host, string path) => Decode(Read(host, path), path).TrimStart('\uFEFF');

    /// <summary>A config as it is, with its byte order mark if it has one.</summary>
    /// <exception cref="ModelException">It cannot be read, is not UTF-8, or far too large.</exception>
    public static string ReadConfig(CliHost host, string path) => Decode(Read(host, path, LongestConfig), path);

    private static string Decode(byte[] bytes, string path)
    {
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw ToolDiagnostics.CannotRead(path, "it is not UTF-8").ToException();
        }
    }

    // The length of a device or a pipe is not known before its end.
    private static byte[]? ReadAll(FileStream stream, int mostBytes)
    {
        if (stream.CanSeek && stream.Length > mostBytes)
        {
            return null;
        }

        using var bytes = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        var buffer = new byte[1 << 16];
        while (stream.Read(buffer) is > 0 and var count)
        {
            if (bytes.Length + count > mostBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, count);
        }

        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    }
}
