using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>When a loop stops whose length no data gives: each sequence at its own <c>end</c> (contract 8).</summary>
internal sealed partial class LoopEnd
{
    private readonly NetLayer end;
    private readonly bool countsEnd;
    private bool[] isOver;
    private int[] lengths;

    private LoopEnd(NetLayer end, bool countsEnd, int most, int sequences)
    {
        this.end = end;
        this.countsEnd = countsEnd;
        Most = most;
        isOver = new bool[sequences];
        lengths = new int[sequences];
    }

    /// <summary>The most steps.</summary>
    internal int Most { get; }

    /// <summary>Which sequences are at their ends.</summary>
    internal IReadOnlyList<bool> Flags => isOver;

    /// <summary>Whether all sequences are at their ends.</summary>
    internal bool IsOver => Array.TrueForAll(isOver, over => over);

    /// <summary>The steps of each sequence.</summary>
    internal ImmutableArray<int> Lengths => [.. lengths];

    /// <summary>What the layer says; null if it is not known, and the step then says so.</summary>
    internal static LoopEnd? Of(LayerStep step, NetScope unit)
    {
        if (!unit.TryGet("end", out var end) || MostOf(step) is not { } most)
        {
            step.Refuse("max_seq_len");
            return null;
        }

        var sequences = step.Lengths.Extent(step.State.Net.Space.Batch) ?? 1;
        return new(end, step.Call.Flag("include_eos"), Math.Min(most, step.State.Mode.MostSteps), sequences);
    }

    // A number, or a layer that is one, or the longest sequence of a layer.
    private static int? MostOf(LayerStep step)
    {
        if (step.Call.Has("max_seq_len_via"))
        {
            return step.Other("max_seq_len_via") is { } layer ? (int)layer.Value.Array.Data.Max() : null;
        }

        if (step.Call.Text("max_seq_len") is not { } code)
        {
            return step.Call.Integer("max_seq_len");
        }

        return LongestOf().IsMatch(code) && step.Other("max_seq_len") is { Type.TimeIndex: { } time } longest
            ? longest.Value.Shape[time]
            : null;
    }

    /// <summary>Puts the sequences in another order.</summary>
    internal void Reorder(IReadOnlyList<int> rows)
    {
        isOver = [.. rows.Select(row => isOver[row])];
        lengths = [.. rows.Select(row => lengths[row])];
    }

    /// <summary>Looks at the end flags of a step.</summary>
    internal void Add(StepState state, int index)
    {
        var flags = state.Outputs[end].Value.Array;
        for (var sequence = 0; sequence < isOver.Length; sequence++)
        {
            if (isOver[sequence])
            {
                continue;
            }

            isOver[sequence] = flags.Data[flags.Count == 1 ? 0 : sequence] != 0;
            lengths[sequence] = isOver[sequence] && !countsEnd ? index : index + 1;
        }
    }

    [GeneratedRegex(@"^\s*max_len_from\(\s*(['""])[^'""]*\1\s*\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex LongestOf();
}
