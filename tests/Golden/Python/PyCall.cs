namespace NetDsl.Tests.Golden.Python;

/// <summary><c>function(argument, keyword=value)</c>; the function is a <see cref="PyName"/> or a <see cref="PyAttribute"/>.</summary>
internal sealed record PyCall(
    object? Function,
    IReadOnlyList<object?> Arguments,
    IReadOnlyList<(string Name, object? Value)> Keywords
)
{
    public object? Keyword(string name) => Keywords.FirstOrDefault(keyword => keyword.Name == name).Value;
}
