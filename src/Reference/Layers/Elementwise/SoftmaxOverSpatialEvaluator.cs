namespace NetDsl.Reference;

/// <summary><c>softmax_over_spatial</c>: softmax over an axis, which goes to the end; padding gets nothing.</summary>
internal sealed class SoftmaxOverSpatialEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [
        .. SourceOptions.All,
        "axis",
        "energy_factor",
        "use_time_mask",
        "log_space",
        "start",
        "window_start",
        "window_size",
    ];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input)
        {
            return null;
        }

        var place = step.Call.Has("axis")
            ? NetDsl.Layers.AxisSearch.AxisOf(step.Call, input.Type, "axis")
            : input.Type.TimeIndex;
        if (place is not { } axis)
        {
            return step.Refuse("axis");
        }

        var last = input.Type.Rank - 1;
        var (value, type) = (input.Value.Move(axis, last), input.Type.Move(axis, last));
        if (step.Call.IsOn("use_time_mask", otherwise: true) && FrameMask.Of(step, new(type, value), last) is { } mask)
        {
            value = Value.Constant(mask).Choose(value, Value.Constant(double.NegativeInfinity));
        }

        value = step.Call.Real("energy_factor") is { } factor ? value * factor : value;
        return step.Call.Flag("log_space") ? value.LogSoftmax(last) : value.Softmax(last);
    }
}
