using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>ND206x: inputs that a module cannot work on.</summary>
internal static class ModuleDiagnostics
{
    /// <summary>A gate needs two halves, and the features are not twice what shall come out.</summary>
    internal static Diagnostic NoHalves(Dim feature, Dim? output, Tensor input) =>
        Error(
            "ND2065",
            output is null
                ? $"Gating halves {feature}, which has no half."
                : $"Gating yields {output}, which is not half of {feature}.",
            input
        ) with
        {
            Suggestion = "Map to a dim of twice the size first: new Linear(2 * output).",
        };

    /// <summary>A norm over frames, and no dim for frames.</summary>
    internal static Diagnostic NoFrames(string module, Tensor input) =>
        Error("ND2066", $"{module} takes statistics over frames, but its input has the dims {input.Dims}.", input) with
        {
            Suggestion = "Give it an input with time or another dim beside batch and features, or use LayerNorm.",
        };

    /// <summary>Features that cannot be cut into groups of one size.</summary>
    internal static Diagnostic UnevenGroups(int groups, Dim feature) =>
        new(
            "ND2067",
            Severity.Error,
            Printable.Text(
                FormattableString.Invariant($"GroupNorm cannot cut {feature} into {groups} groups of one size.")
            )
        )
        {
            Suggestion = "Take a number of groups that divides the number of features.",
        };

    /// <summary>An embedding of something other than class indices.</summary>
    internal static Diagnostic NotIndices(Tensor input) =>
        Error(
            "ND2068",
            $"Embedding needs class indices, but its input {input.Dims} does not say of which classes.",
            input
        ) with
        {
            Suggestion = "Declare it with net.Input(..., sparse: classes).",
        };

    /// <summary>An embedding of other classes than it has vectors for.</summary>
    internal static Diagnostic OtherClasses(Dim classes, Tensor input) =>
        Error("ND2069", $"Embedding has vectors for {classes}, but its input points into {input.Sparse}.", input) with
        {
            Suggestion = "Use one dim for the classes of the input and of the embedding.",
        };

    private static Diagnostic Error(string code, string message, Tensor input)
    {
        var from = input.Node.Location;
        ImmutableArray<RelatedLocation> related = from.IsKnown
            ? [new(from, Printable.Text($"the input: {input.Node.Kind} {input.Dims}"))]
            : [];
        return new(code, Severity.Error, Printable.Text(message)) { Related = related };
    }
}
