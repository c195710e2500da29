namespace NetDsl.Tests.Golden;

/// <summary>
/// A fused layer and its building blocks, run side by side in RETURNN. Both have the same parameters; the note says what is
/// easy to get wrong.
/// </summary>
internal sealed record GoldenEquivalence(
    string Name,
    string Note,
    string FusedConfig,
    string BlocksConfig,
    IReadOnlyDictionary<string, GoldenParameter> Parameters,
    double MaxDiffOutput,
    double MaxDiffParamsAfterStep
);
