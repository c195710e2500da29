namespace NetDsl.Layers;

/// <summary>
/// What a layer in a loop is taken for as long as not all that it reads is known: the axes of what is known, and the features that
/// it declares.
/// </summary>
internal static class Draft
{
    /// <summary>A first guess that the next passes mend; null if nothing speaks for one.</summary>
    /// <param name="call">The layer.</param>
    /// <param name="inferred">What its class makes of what is known.</param>
    internal static TensorType? Of(LayerCall call, TensorType? inferred)
    {
        if (inferred is not null && call.Fault is null && !inferred.Axes.Any(axis => axis.IsUndefinedAtAll))
        {
            return inferred;
        }

        var largest = call.Sources.MaxBy(source => source.Rank);
        var size = call.Integer("n_out") ?? call.TargetFeature?.Size;
        var feature = call.Axis("out_dim") ?? (size is null ? null : call.NewFeature("feature-dense", size));
        if (feature is null)
        {
            return largest;
        }

        var axes = largest?.AxesWithoutFeature ?? [call.Space.Batch];
        return new(axes.Add(feature));
    }
}
