namespace NetDsl.Layers;

/// <summary><c>expand_dims</c>: one more axis.</summary>
internal sealed class ExpandDimsShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || call.Option("axis") is not { } where || call.IsOpaque)
        {
            return null;
        }

        if (where is IntegerValue)
        {
            input = input.BatchIndex is null ? input : input.BatchMajor();
        }

        if (PlaceOf(call, input, where) is not { } place)
        {
            return null;
        }

        var word = (where as StringValue)?.Value.ToLowerInvariant();
        var isFeature = word is null ? input.FeatureIndex == LayerCall.IntegerOf(where) : word == "f";
        var added =
            call.Axis("dim")
            ?? call.Space.Made(
                $"{call.Name}_expand_dims",
                isFeature ? AxisKind.Feature : AxisKind.Spatial,
                call.Integer("dim") ?? 1
            );
        var output = input.Insert(added, place);
        if (word is null or "f" or "feature" || output.TimeIndex is not null)
        {
            return output;
        }

        if (place == output.BatchIndex || place == output.FeatureIndex)
        {
            return output;
        }

        return output.Version < 2
            ? output.WithTime(SpecialAxis.At(place))
            : call.Fail(
                ShapeFaults.Options(
                    "The axis is to be the time axis, which tensors of version 2 do not have.",
                    "Take \"F\" or a number.",
                    "axis"
                )
            );
    }

    private static int? PlaceOf(LayerCall call, TensorType input, OptionValue where)
    {
        if (input.Rank == 0)
        {
            return 0;
        }

        if (where is IntegerValue number)
        {
            var place = number.Value < 0 ? number.Value + input.Rank + 1 : number.Value;
            if (place >= 0 && place <= input.Rank)
            {
                return (int)place;
            }

            call.Fail(ShapeFaults.NoAxis("axis", $"{number.Value}", input));
            return null;
        }

        switch ((where as StringValue)?.Value.ToLowerInvariant())
        {
            case "f" or "feature" when input.Sparse is null:
                return input.FeatureIndex is { } feature ? feature + 1 : input.Rank;
            case "spatial" or "time" or "t":
                return input.Sparse is null ? input.Rank - 1 : input.Rank;
            case "f" or "feature":
                call.Fail(ShapeFaults.DataType($"The input {input} holds class indices", "numbers"));
                return null;
            default:
                call.Fail(ShapeFaults.Options("The axis is none of \"F\", \"T\" and \"spatial\".", null, "axis"));
                return null;
        }
    }
}
