namespace NetDsl.Layers;

/// <summary>The features of a layer that makes its own: <c>out_dim</c>, <c>n_out</c>, or as many as the target has (contract 3.5).</summary>
internal static class OutputFeatures
{
    /// <summary>The feature axis that the layer declares; null if it declares none, and the call then says so, or if it is unknown.</summary>
    /// <param name="call">The layer.</param>
    /// <param name="what">What RETURNN calls the axis if the layer gives a number only.</param>
    /// <param name="separator">What stands between the layer's name and that.</param>
    internal static Axis? OutputFeature(this LayerCall call, string what, string separator = ":")
    {
        if (call.Axis("out_dim") is { } axis)
        {
            return axis;
        }

        if (call.OutputSize() is { } size)
        {
            return call.Space.MadeFeature($"{call.Name}{separator}{what}", size);
        }

        if (call.IsOpaque || call.Has("n_out") || call.Has("out_dim") || call.Has("target") || call.Has("loss"))
        {
            call.Unknown();
        }
        else
        {
            call.Fail(
                ShapeFaults.Options(
                    $"The layer class {call.LayerClass} needs to know how many features it makes.",
                    "Give \"n_out\" or \"out_dim\".",
                    "n_out"
                )
            );
        }

        return null;
    }

    /// <summary>How many features the layer declares, by a number, a type or its target.</summary>
    internal static int? OutputSize(this LayerCall call)
    {
        if (call.Integer("n_out") is { } given)
        {
            return given;
        }

        if (call.Option("out_type") is DictValue type && LayerCall.IntegerOf(type["dim"]) is { } described)
        {
            return described;
        }

        // One class more for the blank, RETURNN adds for ctc.
        return call.Target()?.FeatureOrSparse?.Size + (call.Text("loss") == "ctc" ? 1 : 0);
    }
}
