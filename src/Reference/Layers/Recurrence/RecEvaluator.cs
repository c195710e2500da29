using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>rec</c>: a recurrent unit by its name, or a net that is run step by step (contract 8).</summary>
internal sealed class RecEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options =>
        [
            "unit",
            "unit_opts",
            "axis",
            "direction",
            "initial_state",
            "max_seq_len",
            "max_seq_len_via",
            "include_eos",
            "optimize_move_layers_out",
            "size_target",
            "forward_weights_init",
            "recurrent_weights_init",
            "bias_init",
            "input_projection",
            "dropout",
            "dropout_axis",
            "dropout_noise_shape",
            "dropout_on_forward",
            "unroll",
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

        return step.Layer.InnerOf("unit") is { } unit
            ? new LoopRun(step, unit, loop.Axis).Evaluate()
            : CellLayer.Evaluate(step, loop.Axis);
    }
}
