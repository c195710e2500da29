namespace NetDsl.Layers;

/// <summary>ND207x: heads, encodings and what is attended to.</summary>
internal static class AttentionDiagnostics
{
    /// <summary>Features that cannot be dealt out to the heads in equal parts.</summary>
    internal static Diagnostic Indivisible(string module, string what, int size, int heads) =>
        Error(
            "ND2070",
            FormattableString.Invariant(
                $"{module} deals out {size} features of {what} to {heads} heads, which leaves a rest."
            )
        ) with
        {
            Suggestion = "Take a number of heads that divides the features of the keys and of the values.",
        };

    /// <summary>One learned encoding for keys of different widths.</summary>
    internal static Diagnostic OtherWidth(int first, int now) =>
        Error(
            "ND2071",
            FormattableString.Invariant(
                $"A relative positional encoding is learned for keys of {first} features a head, and is read here for keys of {now}."
            )
        ) with
        {
            Suggestion = "Give each width of keys an encoding of its own.",
        };

    /// <summary>A sinusoidal encoding of so few features that RETURNN divides by zero.</summary>
    internal static Diagnostic TooNarrow(string module, Dim features) =>
        Error("ND2072", $"{module} of {features}: sines need at least 4 features.") with
        {
            Suggestion = "Take a wider feature dim; the lengths of the waves are spread over half of it.",
        };

    /// <summary>An encoding that is added to features which RETURNN does not have as the last axis.</summary>
    internal static Diagnostic FeaturesNotLast(string module, Tensor input) =>
        Error("ND2073", $"{module} needs the features last, but its input has the dims {input.Dims}.") with
        {
            Suggestion = "Put it behind a layer whose features come last, such as a Linear.",
        };

    private static Diagnostic Error(string code, string message) => new(code, Severity.Error, Printable.Text(message));
}
