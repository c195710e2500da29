using System.Collections.Immutable;
using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>All that is known while a step is computed. One for each step.</summary>
internal sealed class StepState
{
    private readonly Dictionary<string, Value> parameters = new(StringComparer.Ordinal);

    internal StepState(InferredNet net, Feed feed, StepMode mode)
    {
        Net = net;
        Feed = feed;
        Mode = mode;
        Lengths = new(GivenLengths(net, feed), BatchOf(net, feed));
        Lookup = new(this);
        Bindings = new(this);
    }

    /// <summary>How many hypotheses of each sequence a search keeps: rows of the batch; null if nothing is searched.</summary>
    internal int? Beam { get; init; }

    /// <summary>How good the hypotheses are: the sum of the logarithms so far.</summary>
    internal double[] BeamScores { get; set; } = [];

    internal InferredNet Net { get; }

    internal Feed Feed { get; }

    internal StepMode Mode { get; }

    internal SequenceLengths Lengths { get; }

    /// <summary>What references stand for.</summary>
    internal ReferenceLookup Lookup { get; }

    /// <summary>Which variable is whose.</summary>
    internal ParameterLookup Bindings { get; }

    /// <summary>Outputs; those of layers in a loop are of its current step.</summary>
    internal Dictionary<NetLayer, Datum> Outputs { get; } = [];

    /// <summary>Outputs beside the main one.</summary>
    internal Dictionary<(NetLayer Layer, string Name), Datum> Parts { get; } = [];

    /// <summary>What layers with an activation are without it.</summary>
    internal Dictionary<NetLayer, Value> BeforeActivation { get; } = [];

    /// <summary>Of layers whose numbers are complex, the imaginary parts.</summary>
    internal Dictionary<NetLayer, Value> Imaginary { get; } = [];

    /// <summary>Outputs of the step before, of layers in loops.</summary>
    internal Dictionary<NetLayer, Datum> Previous { get; } = [];

    /// <summary>What recurrent units keep from step to step.</summary>
    internal Dictionary<NetLayer, ImmutableArray<Value>> CellStates { get; } = [];

    /// <summary>Where the loops are.</summary>
    internal Dictionary<NetScope, LoopFrame> Frames { get; } = [];

    /// <summary>What masked units see as their data.</summary>
    internal Dictionary<NetScope, Datum> UnitInputs { get; } = [];

    /// <summary>The layers that register what every step computes.</summary>
    internal List<NetLayer> Registered { get; } = [];

    /// <summary>The writes, in the order in which they are computed.</summary>
    internal List<Assignment> Assignments { get; } = [];

    /// <summary>For variables and their reads and writes, the variable's name and what it holds there.</summary>
    internal Dictionary<NetLayer, (string Parameter, NdArray Held)> Variables { get; } = [];

    /// <summary>The losses so far.</summary>
    internal List<LossTerm> Losses { get; } = [];

    /// <summary>What cannot be computed, and why.</summary>
    internal List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The variables that were read.</summary>
    internal IReadOnlyDictionary<string, Value> Parameters => parameters;

    /// <summary>The variable of that name; null if nobody gave numbers for it.</summary>
    internal Value? Parameter(string name)
    {
        if (!parameters.TryGetValue(name, out var value) && Feed.Parameters.TryGetValue(name, out var array))
        {
            // Nothing is learned from a search, and it is long.
            parameters.Add(name, value = Beam is null ? Value.Leaf(array) : Value.Constant(array));
        }

        return value;
    }

    private static Dictionary<Axis, ImmutableArray<int>> GivenLengths(InferredNet net, Feed feed)
    {
        var given = new Dictionary<Axis, ImmutableArray<int>>(ReferenceEqualityComparer.Instance);
        foreach (var key in feed.Inputs.Keys)
        {
            foreach (var axis in net.Input(key)?.Axes ?? [])
            {
                if (axis.IsDynamic && feed.Lengths.TryGetValue(axis.Name, out var lengths))
                {
                    given[axis] = lengths;
                }
            }
        }

        return given;
    }

    private static int BatchOf(InferredNet net, Feed feed)
    {
        foreach (var (key, array) in feed.Inputs)
        {
            if (net.Input(key)?.BatchIndex is { } index)
            {
                return array.Shape[index];
            }
        }

        return 1;
    }
}
