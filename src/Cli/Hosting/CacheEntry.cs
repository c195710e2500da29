using System.Security.Cryptography;
using System.Text;

namespace NetDsl.Cli;

/// <summary>The bytes of a cached script: a mark with the format's version, the hash of the rest, and the rest.</summary>
internal static class CacheEntry
{
    private static ReadOnlySpan<byte> Mark => "netdsl-1"u8;

    public static byte[] Write(CompiledScript script)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            WriteBlock(writer, script.Assembly);
            WriteBlock(writer, script.Symbols);
            writer.Write(script.Warnings.Length);
            foreach (var warning in script.Warnings)
            {
                writer.Write(warning.Code);
                writer.Write(warning.Message);
                writer.Write(warning.Location.Path);
                writer.Write(warning.Location.Line);
                writer.Write(warning.Location.Column);
            }
        }

        var bytes = body.ToArray();
        return [.. Mark, .. SHA256.HashData(bytes), .. bytes];
    }

    /// <summary>The script, or null if the bytes are not whole.</summary>
    public static CompiledScript? Read(byte[] bytes)
    {
        var head = Mark.Length + SHA256.HashSizeInBytes;
        if (
            bytes.Length < head
            || !bytes.AsSpan().StartsWith(Mark)
            || !SHA256.HashData(bytes.AsSpan(head)).AsSpan().SequenceEqual(bytes.AsSpan(Mark.Length..head))
        )
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, head, bytes.Length - head), Encoding.UTF8);
        var assembly = ReadBlock(reader);
        var symbols = ReadBlock(reader);
        var warnings = new Diagnostic[reader.ReadInt32()];
        for (var i = 0; i < warnings.Length; i++)
        {
            warnings[i] = new Diagnostic(reader.ReadString(), Severity.Warning, reader.ReadString())
            {
                Location = new SourceLocation(reader.ReadString(), reader.ReadInt32(), reader.ReadInt32()),
            };
        }

        return new CompiledScript(assembly, symbols, [.. warnings]);
    }

    private static void WriteBlock(BinaryWriter writer, byte[] block)
    {
        writer.Write(block.Length);
        writer.Write(block);
    }

    private static byte[] ReadBlock(BinaryReader reader) => reader.ReadBytes(reader.ReadInt32());
}
