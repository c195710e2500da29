using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>rec</c>: a recurrent unit by its name, or a net that is run step by step (contract 8).</summary>
internal sealed class RecEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [
        .. SourceOptions.All,
        "unit",
        "unit_opts",
        "axis",
        "direction",
        "initial_state",
        "max_seq_len",
        "max_seq_len_via",
        "include_eos",
        "size_target",
        "input_projection",
        "back_prop",
    ];

    public Value? Evaluate(LayerStep step)
    {
        if (((ILoopShape)LayerShapes.Find("rec")!).Loop(step.Call) is not { } loop)
        {
            return step.Refuse("axis");
        }

        if (step.Call.IsGiven("input_projection") && !step.Call.Flag("input_projection"))
        {
            return step.Refuse("input_projection");
        }

        if (!step.Call.IsOn("back_prop", otherwise: true))
        {
            return step.Refuse("back_prop");
        }

        return step.Layer.InnerOf("unit") is { } unit
            ? new LoopRun(step, unit, loop.Axis).Evaluate()
            : CellLayer.Evaluate(step, loop.Axis);
    }
}
