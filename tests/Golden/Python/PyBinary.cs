namespace NetDsl.Tests.Golden.Python;

/// <summary>Two values joined by <c>+</c>, <c>-</c>, <c>*</c> or <c>//</c>.</summary>
internal sealed record PyBinary(string Operator, object? Left, object? Right);
