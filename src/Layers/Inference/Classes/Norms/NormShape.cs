namespace NetDsl.Layers;

/// <summary><c>norm</c>: the input, normalised over any axes, scaled and shifted along others.</summary>
internal sealed class NormShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input();
        if (input is null || call.Input(feature: null) is not { } output)
        {
            return null;
        }

        if (input.Sparse is not null)
        {
            return call.Fail(ShapeFaults.Indices(input, "vectors to normalise"));
        }

        if (call.IsGiven("axis") == call.IsGiven("axes"))
        {
            return call.Fail(
                ShapeFaults.Options("The layer needs either \"axis\" or \"axes\".", "Give one of them.", "axis")
            );
        }

        var (scales, shifts) = (call.Flag("scale", otherwise: true), call.Flag("bias", otherwise: true));
        if (
            call.AxesOf(input, call.IsGiven("axis") ? "axis" : "axes") is null
            || ((scales || shifts) && !DeclareVariables(call, input, scales, shifts))
        )
        {
            return null;
        }

        return !scales && !shifts && call.Flag("param_shape")
            ? call.Fail(ShapeFaults.Options("There are no parameters to have a shape.", null, "param_shape"))
            : output.Copy();
    }

    private static bool DeclareVariables(LayerCall call, TensorType input, bool scales, bool shifts)
    {
        var described = call.IsGiven("param_shape") ? call.List("param_shape") : ["F"];
        var places = new List<int>();
        foreach (var item in described)
        {
            if (call.AxisOf(input, "param_shape", item) is not { } place)
            {
                return false;
            }

            places.Add(place);
        }

        if (places.Distinct().Count() < places.Count || places.Exists(place => input.Axes[place].Size is null))
        {
            call.Fail(
                ShapeFaults.Size(
                    $"The parameters have a shape of {input}",
                    "different axes of known size",
                    "param_shape"
                )
            );
            return false;
        }

        var shape = places.Select(place => input.Axes[place].Size).ToArray();
        if (scales)
        {
            call.Variable("scale", shape);
        }

        if (shifts)
        {
            call.Variable("bias", shape);
        }

        return true;
    }
}
