namespace NetDsl.Tests.Golden.Python;

/// <summary><c>(a, b)</c>.</summary>
internal sealed record PyTuple(IReadOnlyList<object?> Items);
