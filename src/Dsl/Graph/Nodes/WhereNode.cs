using System.Collections.Immutable;

namespace NetDsl;

/// <summary>A choice between two tensors, entry by entry; both are computed.</summary>
internal sealed class WhereNode(Tensor condition, Tensor whenTrue, Tensor whenFalse)
    : Node([condition, whenTrue, whenFalse])
{
    internal Tensor Condition => Inputs[0];

    internal Tensor WhenTrue => Inputs[1];

    internal Tensor WhenFalse => Inputs[2];

    internal override string Kind => "where";

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        if (Condition.Type != DataType.Bool)
        {
            faults.Add(ShapeDiagnostics.WrongType(Kind, "a truth value as its condition", Condition));
        }

        var type = Elementwise.CommonType(Kind, WhenTrue, WhenFalse, faults);
        if (!faults.Any && WhenTrue.Sparse != WhenFalse.Sparse)
        {
            faults.Add(ShapeDiagnostics.TypeMismatch(Kind, WhenTrue, WhenFalse));
        }

        var shape = Condition.Dims.Union(WhenTrue.Dims).Union(WhenFalse.Dims);
        var someHasAll =
            Condition.Dims.Count == shape.Count
            || WhenTrue.Dims.Count == shape.Count
            || WhenFalse.Dims.Count == shape.Count;
        var asked = Condition.MayBroadcast || WhenTrue.MayBroadcast || WhenFalse.MayBroadcast;
        if (!someHasAll && !asked)
        {
            var (first, second) = WhenTrue.Dims.Equals(WhenFalse.Dims) ? (Condition, WhenTrue) : (WhenTrue, WhenFalse);
            faults.Add(ShapeDiagnostics.DimMismatch(Kind, first, second));
        }

        return [new(shape, type, WhenTrue.Sparse)];
    }
}
