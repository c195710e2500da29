using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Folds some dims away.</summary>
/// <param name="mode">How.</param>
/// <param name="operand">Of what.</param>
/// <param name="axes">Which dims.</param>
/// <param name="masked">Whether frames behind a sequence's end are left out.</param>
internal sealed class ReduceNode(ReduceMode mode, Tensor operand, Shape axes, bool masked) : Node([operand])
{
    internal ReduceMode Mode { get; } = mode;

    internal Tensor Operand => Inputs[0];

    internal Shape Axes { get; } = axes;

    internal bool Masked { get; } = masked;

    /// <summary>Whether frames are left out: only dynamic dims have any to leave out.</summary>
    internal bool IsMasking => Masked && Axes.Any(axis => axis.IsDynamic);

    internal override string Kind => ModeName;

    /// <summary>RETURNN's name of the mode.</summary>
    internal string ModeName =>
        Mode switch
        {
            ReduceMode.Mean => "mean",
            ReduceMode.Sum => "sum",
            ReduceMode.Max => "max",
            ReduceMode.Min => "min",
            ReduceMode.LogSumExp => "logsumexp",
            ReduceMode.Any => "any",
            ReduceMode.All => "all",
            ReduceMode.ArgMax => "argmax",
            _ => "argmin",
        };

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        var missing = Axes.Except(Operand.Dims);
        if (missing.Count > 0)
        {
            faults.Add(ShapeDiagnostics.NoSuchDim(Kind, missing, Operand));
        }
        else if (Axes.Count == 0)
        {
            faults.Add(ShapeDiagnostics.NothingToReduce(Kind, Operand));
        }
        else if (IsMasking && !Operand.Dims.Contains(Dim.Batch) && !Axes.Contains(Dim.Batch))
        {
            // RETURNN asserts that the input has all dims of the lengths (contract 2, tensor/_tensor_extra.py:2933).
            faults.Add(ShapeDiagnostics.NoBatchToMask(Kind, Axes.First(axis => axis.IsDynamic), Operand));
        }

        var logical = Mode is ReduceMode.Any or ReduceMode.All;
        if (logical != (Operand.Type == DataType.Bool) || Operand.Sparse is not null)
        {
            faults.Add(ShapeDiagnostics.WrongType(Kind, logical ? "a truth value" : "a number", Operand));
        }

        var left = Operand.Dims.Except(Axes);
        return Mode is ReduceMode.ArgMax or ReduceMode.ArgMin
            ? [new(left, DataType.Int32, Axes[0])]
            : [new(left, Operand.Type)];
    }
}
