using System.Globalization;

namespace NetDsl.Layers;

/// <summary>
/// <c>choice</c>: the target in training, the best labels in search. What the axes are is the same in both, but for the beam, which
/// search puts into the batch axis.
/// </summary>
internal sealed class ChoiceShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (!call.IsGiven("target"))
        {
            return call.Fail(
                ShapeFaults.Options(
                    "A choice needs to know its target.",
                    "Give \"target\", if need be as None.",
                    "target"
                )
            );
        }

        var targets = call.List("target");
        if (targets.IsEmpty)
        {
            return OfSource(call);
        }

        var sources = call.List("from").Length;
        if (targets.Length != sources)
        {
            return call.Fail(ShapeFaults.Sources(sources, $"one for each of the {targets.Length} targets"));
        }

        for (var index = 0; index < targets.Length && targets.Length > 1; index++)
        {
            var type = targets[index] is StringValue target ? call.Extern(target.Value) : null;
            call.Output(string.Create(CultureInfo.InvariantCulture, $"out_{index}"), type);
        }

        return call.Target() ?? call.Unknown();
    }

    // The labels that the source has scores for.
    private static TensorType? OfSource(LayerCall call)
    {
        if (call.Sources is not [var source, ..] || source.FeatureIndex is not { } feature || source.BatchIndex is null)
        {
            return call.Unknown();
        }

        var labels = source.Axes[feature];
        return new TensorType(source.Without(feature).BatchMajor().Axes, "int32") { Sparse = labels };
    }
}
