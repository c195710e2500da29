namespace NetDsl.Reference;

/// <summary><c>constant</c>: one number over a shape.</summary>
internal sealed class ConstantEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    ["value", "shape", "dtype", "with_batch_dim", "sparse_dim", "feature_dim"];

    public Value? Evaluate(LayerStep step)
    {
        if ((step.Call.Has("value") ? Numbers.Of(step.Call.Option("value")) : 0) is not { } number)
        {
            return step.Refuse("value");
        }

        return step.ShapeOf(step.Type) is { } shape ? Value.Constant(NdArray.Filled(shape, number)) : null;
    }
}
