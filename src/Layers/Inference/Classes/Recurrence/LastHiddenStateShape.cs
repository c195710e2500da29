namespace NetDsl.Layers;

/// <summary><c>get_last_hidden_state</c>: what recurrent layers have in mind after their last step.</summary>
internal sealed class LastHiddenStateShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Sources.IsEmpty && !call.IsOpaque)
        {
            return call.Fail(ShapeFaults.Sources(0, "at least one"));
        }

        if (call.Text("combine") is { } how and not ("concat" or "add") && call.Sources.Length > 1)
        {
            return call.Fail(
                ShapeFaults.Options(
                    $"\"combine\" is {Printable.Quoted(how)}.",
                    "Combine states with \"concat\" or \"add\".",
                    "combine"
                )
            );
        }

        return call.OutputFeature("hidden-out") is { } feature ? new TensorType([call.Space.Batch, feature]) : null;
    }
}
