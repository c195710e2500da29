namespace NetDsl.Reference;

/// <summary><c>window</c>: for each place of an axis the entries around it, along a new axis.</summary>
internal sealed class WindowEvaluator : ILayerEvaluator
{
    private const int MovesAxisFrom = 18;

    public IReadOnlyCollection<string> Options { get; } =
    [
        .. SourceOptions.All,
        "window_size",
        "window_dim",
        "window_left",
        "window_right",
        "axis",
        "out_spatial_dim",
        "padding",
        "stride",
    ];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { Type.BatchIndex: { } batch } input)
        {
            return null;
        }

        if (NetDsl.Layers.WindowShape.IsOneFrame(step.Call, input.Type))
        {
            return step.Refuse("axis");
        }

        var size = step.Call.Integer("window_size") is { } given and not 0
            ? given
            : step.Call.Axis("window_dim")?.Size ?? 1;
        var (value, type) = (input.Value.Move(batch, 0), input.Type.BatchMajor());
        if (step.AxisOf(type, "axis", "T") is not { } index)
        {
            return null;
        }

        var stride = step.Call.Integer("stride") ?? 1;
        var isMoved = step.Call.BehaviorVersion >= MovesAxisFrom;
        if (isMoved)
        {
            (value, index) = (value.Move(index, 0), 0);
        }

        var entries = value.Shape[index];
        var isSame = (step.Call.Text("padding") ?? "same").Equals("same", StringComparison.OrdinalIgnoreCase);
        var right =
            step.Call.Integer("window_right")
            ?? (step.Call.Integer("window_left") is { } before ? size - before - 1 : size / 2);
        var left = isSame ? step.Call.Integer("window_left") ?? size - right - 1 : 0;
        var places = isSame ? entries : Math.Max(entries - size + 1, 0);
        value = new Windows(size, stride, 1, left, (places + stride - 1) / stride).Apply(value, index);
        return isMoved && stride == 1 ? value.Move(1, 0) : value;
    }
}
