using System.Collections.Immutable;

namespace NetDsl;

/// <summary>A recorded and verified net: a value that every later stage reads and none changes.</summary>
public sealed class Graph
{
    private readonly Dictionary<Parameter, int> places;

    internal Graph(
        Net net,
        Block root,
        ModuleNames modules,
        ImmutableArray<(Parameter Parameter, string Name)> parameters
    )
    {
        (Net, Root, Modules, Parameters) = (net, root, modules, parameters);
        places = new(parameters.Length, ReferenceEqualityComparer.Instance);
        foreach (var (parameter, _) in parameters)
        {
            places.Add(parameter, places.Count);
        }
    }

    /// <summary>The model's name.</summary>
    public string Name => Net.Name;

    /// <summary>What was found while recording and verifying.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; internal init; } = [];

    internal Net Net { get; }

    /// <summary>The variable name of a parameter that the net uses.</summary>
    internal string NameOf(Parameter parameter) => Parameters[places[parameter]].Name;

    /// <summary>The place of a parameter among <see cref="Parameters"/>; -1 if the net does not use it.</summary>
    internal int PlaceOf(Parameter parameter) => places.TryGetValue(parameter, out var place) ? place : -1;

    /// <summary>What is done with a parameter in training.</summary>
    internal ParameterOptions OptionsOf(Parameter parameter) => Modules.OptionsOf(parameter);

    internal Block Root { get; }

    internal ModuleNames Modules { get; }

    internal ImmutableArray<InputNode> Inputs { get; init; } = [];

    internal ImmutableArray<LossRoot> Losses { get; init; } = [];

    internal ImmutableArray<OutputRoot> Outputs { get; init; } = [];

    /// <summary>Variable names of all parameters that the net reads or assigns, in the order of their first use.</summary>
    internal ImmutableArray<(Parameter Parameter, string Name)> Parameters { get; }

    /// <summary>How many nodes were recorded: the numbers of all of them are below it.</summary>
    internal int NodeCount => Net.NodeCount;

    /// <summary>All nodes, those of branches right before the Cond that owns them: the order of recording.</summary>
    internal ImmutableArray<Node> Nodes { get; init; } = [];
}
