namespace NetDsl.Emit;

/// <summary>What <c>items</c>, <c>keys</c> and <c>values</c> of a dict give.</summary>
/// <param name="Dict">The dict.</param>
/// <param name="Part">Which of the three.</param>
internal sealed record PythonView(PythonContainer Dict, string Part);
