using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary><c>activation</c>: a function of each entry, or softmax over the features, which are last then.</summary>
internal sealed class ActivationEvaluator : ILayerEvaluator
{
    private const double DefaultFloor = 1e-20;

    // Silence has no slope.
    private static readonly Unary magnitude = new(Math.Sqrt, (_, y) => y == 0 ? 0 : 0.5 / y);

    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "activation", "opts"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input)
        {
            return null;
        }

        if (input.Type.DataType == "complex64")
        {
            return RealOf(step, input.Value);
        }

        var isSoftmax = step.Call.Text("activation")?.Contains("softmax", StringComparison.Ordinal) == true;
        var (value, type) = (input.Value, input.Type);
        if (isSoftmax && type.FeatureIndex is { } feature)
        {
            (value, type) = (value.Move(feature, type.Rank - 1), type.FeatureLast());
        }

        step.State.BeforeActivation[step.Layer] = value;
        return step.Call.Option("opts") is DictValue { Count: > 0 } options
            ? WithOptions(step, value, options)
            : Activation.Apply(step, value, type.FeatureIndex);
    }

    // Complex numbers are two tensors here: what stft computes, and what it keeps beside.
    private static Value? RealOf(LayerStep step, Value real)
    {
        var layer = (step.Layer.References.First(item => item.Option == "from").Target as LayerTarget)?.Layer;
        if (layer is null || !step.State.Imaginary.TryGetValue(layer, out var imaginary))
        {
            return step.Refuse("from");
        }

        return step.Call.Text("activation") switch
        {
            "abs" => (real.Apply(Unary.Square) + imaginary.Apply(Unary.Square)).Apply(magnitude),
            "real" => real,
            "imag" => imaginary,
            _ => step.Refuse("activation"),
        };
    }

    // Only of functions that have any.
    private static Value? WithOptions(LayerStep step, Value value, DictValue options) =>
        (step.Call.Text("activation"), options.Single().Key) switch
        {
            ("safe_log", StringValue { Value: "eps" }) => value.Apply(
                Unary.SafeLog(Numbers.Of(options["eps"]) ?? DefaultFloor)
            ),
            ("leaky_relu", StringValue { Value: "alpha" }) when Numbers.Of(options["alpha"]) is { } slope =>
                value.Apply(Unary.LeakyRelu(slope)),
            _ => step.Refuse("opts"),
        };
}
