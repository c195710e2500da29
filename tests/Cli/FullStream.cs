namespace NetDsl.Tests.Cli;

/// <summary>A stream that takes nothing.</summary>
internal sealed class FullStream : MemoryStream
{
    public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new IOException("No space left on device");
}
