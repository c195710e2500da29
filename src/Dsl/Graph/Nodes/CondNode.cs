using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Two branches of which one runs, chosen by a scalar truth value; yields results, effects, or both.</summary>
internal sealed class CondNode(
    Tensor condition,
    Block then,
    ImmutableArray<Tensor> thenResults,
    Block otherwise,
    ImmutableArray<Tensor> otherwiseResults
) : Node([condition])
{
    internal Tensor Condition => Inputs[0];

    internal Block Then { get; } = then;

    internal ImmutableArray<Tensor> ThenResults { get; } = thenResults;

    internal Block Otherwise { get; } = otherwise;

    internal ImmutableArray<Tensor> OtherwiseResults { get; } = otherwiseResults;

    internal override string Kind => "cond";

    /// <summary>Makes both branches know their Cond.</summary>
    internal CondNode Adopt()
    {
        Then.OwnedBy(this);
        Otherwise.OwnedBy(this);
        return this;
    }

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        if (Condition.Type != DataType.Bool || Condition.Dims.Count > 0)
        {
            faults.Add(ShapeDiagnostics.NotACondition(Condition));
        }

        if (ThenResults.Length != OtherwiseResults.Length)
        {
            faults.Add(ShapeDiagnostics.BranchCount(ThenResults.Length, OtherwiseResults.Length));
            return [];
        }

        var signatures = ImmutableArray.CreateBuilder<Signature>(ThenResults.Length);
        for (var index = 0; index < ThenResults.Length; index++)
        {
            var (then, otherwise) = (ThenResults[index], OtherwiseResults[index]);
            if (!then.IsFaulty && !otherwise.IsFaulty)
            {
                CheckBranches(index, then, otherwise, faults);
            }

            signatures.Add(new(then.Dims, TypeOf(then, otherwise), then.Sparse));
        }

        return signatures.MoveToImmutable();
    }

    private static DataType TypeOf(Tensor then, Tensor otherwise) =>
        then.Node is ConstantNode && otherwise.Type == DataType.Float32 ? otherwise.Type : then.Type;

    private static void CheckBranches(int index, Tensor then, Tensor otherwise, FaultList faults)
    {
        if (!then.Dims.Equals(otherwise.Dims))
        {
            faults.Add(ShapeDiagnostics.BranchDims(index, then, otherwise));
        }
        else if (
            (then.Type != otherwise.Type && then.Node is not ConstantNode && otherwise.Node is not ConstantNode)
            || then.Sparse != otherwise.Sparse
        )
        {
            faults.Add(ShapeDiagnostics.BranchTypes(index, then, otherwise));
        }
    }
}
