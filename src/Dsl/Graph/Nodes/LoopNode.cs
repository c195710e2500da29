using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Steps done one after the other along a dim, each knowing what the one before has left.</summary>
internal sealed class LoopNode(Dim axis, Block body, ImmutableArray<LoopYield> yields, Tensor? maxLength)
    : Node(maxLength is null ? [] : [maxLength])
{
    /// <summary>The dim that it runs over.</summary>
    internal Dim Axis { get; } = axis;

    internal Block Body { get; } = body;

    /// <summary>What it yields, in order.</summary>
    internal ImmutableArray<LoopYield> Yields { get; } = yields;

    /// <summary>How many steps there are at most, where the number is not known before.</summary>
    internal Tensor? MaxLength { get; } = maxLength;

    /// <summary>What says that a step is the last one; null if the number of steps is known before.</summary>
    internal Tensor? End { get; init; }

    /// <summary>Whether the step that says so still counts.</summary>
    internal bool IncludesEnd { get; init; }

    internal override string Kind => "loop";

    internal override ImmutableArray<Tensor> Reads => [.. Inputs, .. Inner];

    /// <summary>What of its body it makes results or its end of.</summary>
    internal IEnumerable<Tensor> Inner
    {
        get
        {
            foreach (var yield in Yields)
            {
                yield return yield.Value;
            }

            if (End is not null)
            {
                yield return End;
            }
        }
    }

    /// <summary>Whether a tensor can say how many steps there are.</summary>
    internal static bool IsLength(Tensor length) => length.Type == DataType.Int32 && length.Dims.Count == 0;

    /// <summary>Makes the body know its loop.</summary>
    internal LoopNode Adopt()
    {
        Body.OwnedBy(this);
        return this;
    }

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        CheckLength(faults);
        var signatures = ImmutableArray.CreateBuilder<Signature>(Yields.Length);
        foreach (var (value, isLast) in Yields)
        {
            if (isLast)
            {
                signatures.Add(value.Signature);
                continue;
            }

            signatures.Add(value.Signature with { Shape = Stacked(value.Dims) });
        }

        return signatures.MoveToImmutable();
    }

    private Shape Stacked(Shape frame)
    {
        Shape steps = [Axis];
        return steps.Union(frame);
    }

    private void CheckLength(FaultList faults)
    {
        if (End is not null && MaxLength is null)
        {
            faults.Add(LoopDiagnostics.NoMaxLength(End));
        }

        if (MaxLength is not null && !IsLength(MaxLength))
        {
            faults.Add(LoopDiagnostics.MaxLength(MaxLength));
        }
        else if (MaxLength?.Node is ConstantNode { Value: IntegerValue { Value: < 1 } })
        {
            faults.Add(LoopDiagnostics.NoStep(MaxLength));
        }
    }
}
