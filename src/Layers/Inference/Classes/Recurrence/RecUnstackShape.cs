namespace NetDsl.Layers;

/// <summary><c>rec_unstack</c>: of a tensor outside of the loop, the frame of this step (contract 8).</summary>
internal sealed class RecUnstackShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Sources is not [var source])
        {
            return call.IsOpaque ? null : call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
        }

        if (Index(call, source) is not { } index)
        {
            return null;
        }

        if (!call.IsInLoop)
        {
            return Timed(source, index);
        }

        if (call.LoopAxis is not { } loop)
        {
            return call.Unknown();
        }

        var axis = source.Axes[index];
        if (!axis.IsSame(loop))
        {
            if (!call.Flag("declare_rec_time"))
            {
                return call.Fail(
                    ShapeFaults.Options(
                        $"The loop runs over {loop}, but the axis to take apart is {axis}.",
                        "Give the rec layer this \"axis\", or set \"declare_rec_time\" if the loop has no axis of its own.",
                        "axis"
                    )
                );
            }

            loop.DeclareSame(axis);
        }

        return Timed(source, index).Without(index);
    }

    private static int? Index(LayerCall call, TensorType source)
    {
        if (call.Has("axis"))
        {
            return call.AxisOf(source, "axis");
        }

        if (call.LoopAxis is not { } loop)
        {
            call.Unknown();
            return null;
        }

        if (source.IndexOf(loop) is { } index)
        {
            return index;
        }

        call.Fail(ShapeFaults.NoAxis("axis", loop.ToString(), source));
        return null;
    }

    private static TensorType Timed(TensorType type, int index) => type.WithTime(SpecialAxis.At(index));
}
