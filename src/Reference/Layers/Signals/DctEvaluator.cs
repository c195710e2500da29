namespace NetDsl.Reference;

/// <summary><c>dct</c>: the cosine transform of the second kind over the features (tf.signal.dct).</summary>
internal sealed class DctEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "type", "n", "norm"];

    public Value? Evaluate(LayerStep step)
    {
        if ((step.Call.Integer("type") ?? 2) != 2 || step.Call.Has("n"))
        {
            return step.Refuse(step.Call.Has("n") ? "n" : "type");
        }

        if (step.Input() is not { } input || step.Arranged(input.Value, input.Type.Axes) is not { } value)
        {
            return null;
        }

        var last = value.Rank - 1;
        var axes = Enumerable.Range(0, value.Rank).ToArray();
        var waves = Waves(value.Shape[last], isOrthonormal: step.Call.Text("norm") == "ortho");
        var output = axes.ToArray();
        output[last] = value.Rank;
        return Value.Of(new Contract([.. axes], [last, value.Rank], [.. output]), value, Value.Constant(waves));
    }

    private static NdArray Waves(int size, bool isOrthonormal)
    {
        var result = NdArray.Zeros([size, size]);
        for (var from = 0; from < size; from++)
        {
            for (var to = 0; to < size; to++)
            {
                var scale =
                    !isOrthonormal ? 1
                    : to == 0 ? Math.Sqrt(1.0 / (4 * size))
                    : Math.Sqrt(1.0 / (2 * size));
                result.Data[(from * size) + to] = 2 * scale * Math.Cos(Math.PI * to * ((2 * from) + 1) / (2 * size));
            }
        }

        return result;
    }
}
