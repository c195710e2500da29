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

    internal override ImmutableArray<Tensor> Reads => [.. Inputs, .. ThenResults, .. OtherwiseResults];

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
            var longer = ThenResults.Length > OtherwiseResults.Length ? ThenResults : OtherwiseResults;
            return [.. longer.Select(result => result.Signature)];
        }

        var signatures = ImmutableArray.CreateBuilder<Signature>(ThenResults.Length);
        for (var index = 0; index < ThenResults.Length; index++)
        {
            signatures.Add(Common(index, ThenResults[index], OtherwiseResults[index], faults));
        }

        return signatures.MoveToImmutable();
    }

    private static Signature Common(int index, Tensor then, Tensor otherwise, FaultList faults)
    {
        var type = Elementwise.CommonType(then, otherwise);
        if (!then.IsFaulty && !otherwise.IsFaulty)
        {
            if (!then.Dims.Equals(otherwise.Dims))
            {
                faults.Add(ShapeDiagnostics.BranchDims(index, then, otherwise));
            }
            else if (type is null || then.Sparse != otherwise.Sparse)
            {
                faults.Add(ShapeDiagnostics.BranchTypes(index, then, otherwise));
            }
        }

        return new(then.Dims, type ?? then.Type, then.Sparse);
    }
}
