namespace NetDsl.Tests.Golden;

/// <summary>A variable in RETURNN's checkpoint.</summary>
internal sealed record GoldenParameter(IReadOnlyList<int> Shape, bool Trainable);
