namespace NetDsl.Tests.Golden.Python;

/// <summary><c>target.name</c>: <c>Dim.Types.Feature</c>, or the method in <c>time_dim.ceildiv_right(2)</c>.</summary>
internal sealed record PyAttribute(object? Target, string Name);
