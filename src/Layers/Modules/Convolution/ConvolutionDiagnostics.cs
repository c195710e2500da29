namespace NetDsl.Layers;

/// <summary>ND207x: what modules that move windows cannot work on.</summary>
internal static class ConvolutionDiagnostics
{
    /// <summary>A tensor has no features beside the dims that a window moves over.</summary>
    internal static Diagnostic NoChannels(string module, IReadOnlyList<Dim> spatialDims, Tensor input) =>
        new(
            "ND2075",
            Severity.Error,
            $"{module} moves over {string.Join(" and ", spatialDims)} and finds no feature dim beside in {input.Dims}."
        )
        {
            Suggestion = "Add one of size 1 with ExpandDim(x, Dim.Feature(\"channel\", 1)).",
        };

    /// <summary>Features that cannot be divided into groups.</summary>
    internal static Diagnostic Groups(string module, int groups, Dim feature, Tensor input) =>
        new(
            "ND2076",
            Severity.Error,
            FormattableString.Invariant(
                $"{module} cannot divide {feature} into {groups} {(groups == 1 ? "group" : "groups")}, in {input.Dims}."
            )
        )
        {
            Suggestion = "Take a feature dim of fixed size, and a number of groups that divides it.",
        };
}
