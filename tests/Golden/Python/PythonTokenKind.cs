namespace NetDsl.Tests.Golden.Python;

/// <summary>What kind of piece a token is.</summary>
internal enum PythonTokenKind
{
    Name,
    Number,
    String,
    Symbol,
    EndOfLine,
    EndOfFile,
}
