namespace NetDsl.Tests.Lowering;

/// <summary>One other way to write a part of a batch norm; its name is what a failing test shows.</summary>
internal sealed record NormChange(string Name, Func<NormWays, NormWays> Apply);
