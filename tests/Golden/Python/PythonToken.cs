namespace NetDsl.Tests.Golden.Python;

/// <summary>A piece of a config as written; numbers and strings carry their value.</summary>
internal readonly record struct PythonToken(PythonTokenKind Kind, string Text, int Line, object? Value = null)
{
    public bool Is(string symbol) => Kind == PythonTokenKind.Symbol && Text == symbol;
}
