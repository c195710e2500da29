using System.Collections.Immutable;

namespace NetDsl;

/// <summary>What a loop keeps from one step for the next; yields the value of the step before.</summary>
internal sealed class LoopStateNode(Tensor initial, string? name) : LoopValueNode([initial])
{
    /// <summary>Its value before the first step.</summary>
    internal Tensor Initial => Inputs[0];

    /// <summary>The name given by the user, if any.</summary>
    internal string? Name { get; } = name;

    /// <summary>Its value in this step; null until it is assigned.</summary>
    internal Tensor? Next { get; private set; }

    /// <summary>The line that assigned it.</summary>
    internal SourceLocation NextLocation { get; private set; } = SourceLocation.None;

    internal override string Kind => "state";

    internal override ImmutableArray<Tensor> Reads => Next is null ? Inputs : [Initial, Next];

    internal override ImmutableArray<Signature> Infer(FaultList faults) => [Initial.Signature];

    /// <summary>Sets the value of this step; called once.</summary>
    internal void Become(Tensor next, SourceLocation location) => (Next, NextLocation) = (next, location);
}
