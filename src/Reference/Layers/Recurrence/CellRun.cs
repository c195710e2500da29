using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>A recurrent cell over the steps of sequences.</summary>
internal static class CellRun
{
    /// <summary>The outputs, step after step, and what is kept behind the last one of each sequence.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="input">Steps, sequences, features.</param>
    /// <param name="mask">Steps, sequences, 1: 1 where there is a frame; null if everywhere.</param>
    /// <param name="states">What is kept before the first step.</param>
    /// <param name="isBackward">Whether the last step comes first.</param>
    internal static (Value Outputs, ImmutableArray<Value> States) Of(
        IRecurrentCell cell,
        Value input,
        NdArray? mask,
        ImmutableArray<Value> states,
        bool isBackward
    )
    {
        var count = input.Shape[0];
        var outputs = new Value[count];
        for (var number = 0; number < count; number++)
        {
            var step = isBackward ? count - 1 - number : number;
            var after = cell.Step(input.Slice(0, step, 1).Remove(0), states);
            if (mask is not null)
            {
                var isFrame = Value.Constant(mask).Slice(0, step, 1).Remove(0);
                after = [.. after.Select((state, index) => isFrame.Choose(state, states[index]))];
            }

            states = after;
            outputs[step] = states[^1];
        }

        return (outputs.Stack(0), states);
    }

    /// <summary>What a cell keeps before its first step: zeros.</summary>
    internal static ImmutableArray<Value> Start(IRecurrentCell cell, int sequences, int size) =>
        [.. Enumerable.Repeat(Value.Constant(NdArray.Zeros([sequences, size])), cell.StateCount)];
}
