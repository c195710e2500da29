namespace NetDsl.Cli;

/// <summary>A source file that a script includes.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Bytes">Its contents.</param>
internal sealed record IncludedFile(string FullPath, byte[] Bytes);
