using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>One step of a recurrent unit.</summary>
internal interface IRecurrentCell
{
    /// <summary>How many vectors it keeps from step to step; the output is the last of them.</summary>
    int StateCount { get; }

    /// <summary>What it keeps behind the step.</summary>
    /// <param name="input">A vector for each sequence.</param>
    /// <param name="states">What it kept.</param>
    ImmutableArray<Value> Step(Value input, ImmutableArray<Value> states);
}
