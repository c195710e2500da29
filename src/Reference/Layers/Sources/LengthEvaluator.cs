using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>length</c>: the lengths of an axis, or its size if all sequences have the same.</summary>
internal sealed class LengthEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["axis", "dtype", "sparse", "add_time_axis"];

    public Value? Evaluate(LayerStep step)
    {
        if (SourceAxis.Of(step.Call, "axis", "T") is not { } axis)
        {
            return step.Refuse("axis");
        }

        if (step.Type.Rank == 0)
        {
            return step.Lengths.Extent(axis) is { } extent
                ? Value.Constant(extent)
                : step.Fail(InterpreterDiagnostics.NoValue(step.Layer, $"the length of {axis.Name}"));
        }

        if (step.Lengths.Of(axis) is not { } lengths)
        {
            return step.Fail(InterpreterDiagnostics.NoValue(step.Layer, $"the length of {axis.Name}"));
        }

        var value = Value.Constant(new NdArray([lengths.Length], [.. lengths.Select(length => (double)length)]));
        return step.Type.Rank == 2 ? value.Insert(1) : value;
    }
}
