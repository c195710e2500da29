namespace NetDsl.Tests.Golden.Python;

/// <summary>The text is no config of the plain kind that NetDsl writes.</summary>
internal sealed class PythonSyntaxException(int line, string message) : Exception($"line {line}: {message}");
