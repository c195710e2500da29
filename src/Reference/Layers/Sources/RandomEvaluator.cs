using System.Globalization;
using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary><c>random</c> and <c>rand_int</c>: other numbers in each step, the same for layers of the same name.</summary>
internal sealed class RandomEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [
        "shape",
        "dtype",
        "sparse_dim",
        "feature_dim",
        "distribution",
        "mean",
        "stddev",
        "bound",
        "minval",
        "maxval",
        "stop_grad",
    ];

    public Value? Evaluate(LayerStep step)
    {
        if (step.ShapeOf(step.Type) is not { } shape)
        {
            return null;
        }

        // In a loop each step has its own.
        var place = step.Call.IsInLoop
            ? string.Join(
                ' ',
                step.State.Frames.Values.Select(frame => frame.Index.ToString(CultureInfo.InvariantCulture))
            )
            : "";
        var random = new RandomNumbers(step.State.Mode.Seed, $"random {step.Layer.Path} {place}");
        if (step.Call.LayerClass == "rand_int")
        {
            return Number(step, "minval", 0) is { } least && Number(step, "maxval", null) is { } end
                ? (Value.Constant(random.Uniform(shape)) * (end - least) + least).Apply(Unary.Floor)
                : null;
        }

        return step.Call.Text("distribution") switch
        {
            "uniform" => Uniform(step, Value.Constant(random.Uniform(shape))),
            "normal" => Normal(step, Value.Constant(random.Normal(shape))),
            "truncated_normal" => Normal(step, Value.Constant(random.Normal(shape)).Apply(Folded)),
            _ => step.Refuse("distribution"),
        };
    }

    // Within two deviations, as TensorFlow's; the shape within is of no interest.
    private static readonly Unary Folded = new(number => Math.Abs(number) <= 2 ? number : number % 2);

    private static Value? Uniform(LayerStep step, Value numbers)
    {
        if (step.Call.Has("maxval"))
        {
            return Number(step, "minval", 0) is { } least && Number(step, "maxval", null) is { } most
                ? (numbers * (most - least)) + least
                : null;
        }

        if (step.Call.Has("bound"))
        {
            return Number(step, "bound", null) is { } bound ? (numbers * 2 - 1) * bound : null;
        }

        return Number(step, "mean", 0) is { } mean && Number(step, "stddev", null) is { } deviation
            ? ((numbers * 2 - 1) * deviation * Math.Sqrt(3)) + mean
            : null;
    }

    private static Value? Normal(LayerStep step, Value numbers) =>
        Number(step, "mean", 0) is { } mean && Number(step, "stddev", 1) is { } deviation
            ? (numbers * deviation) + mean
            : null;

    // A number, or a layer that is one.
    private static Value? Number(LayerStep step, string option, double? otherwise)
    {
        if (!step.Call.Has(option))
        {
            return otherwise is { } number ? Value.Constant(number) : step.Refuse(option);
        }

        if (Numbers.Of(step.Call.Option(option)) is { } given)
        {
            return Value.Constant(given);
        }

        var layer = step.Other(option)?.Value;
        return layer is not null && OptionTruth.IsTrue(step.Call.Option("stop_grad")) ? layer.Stop() : layer;
    }
}
