namespace NetDsl.Layers;

/// <summary>Signals that features cannot be taken of (ND206x).</summary>
internal static class FeatureDiagnostics
{
    /// <summary>The input is not one signal for each sequence.</summary>
    internal static Diagnostic NotASignal(string module, Tensor input) =>
        new(
            "ND2062",
            Severity.Error,
            $"{module} reads one signal for each sequence, but its input has the dims {input.Dims}."
        )
        {
            Suggestion = "Give it batch and samples, and a feature dim of size 1 at most.",
        };
}
