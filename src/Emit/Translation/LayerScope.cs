namespace NetDsl.Emit;

/// <summary>A layer dict being written: the net itself, the sub-net of one branch, or the unit of a loop. Names are unique in it.</summary>
internal sealed class LayerScope(LayerScope? parent, string modulePath, string? variables = null, bool isStep = false)
{
    // RETURNN's own: the input of a net, and the source to skip (contract 3.1).
    private readonly UniqueNames names = new(["data", "none"]);
    private readonly List<KeyValuePair<string, OptionValue>> layers = [];

    internal LayerScope? Parent { get; } = parent;

    /// <summary>The module whose branch this is; names inside need not repeat it.</summary>
    internal string ModulePath { get; } = modulePath;

    /// <summary>Where all variables of its layers are, from the root; null for the root, and if the modules in it have nothing in common.</summary>
    internal string? Variables { get; } = variables;

    /// <summary>Whether its layers are computed in each step of a loop.</summary>
    internal bool IsStep { get; } = isStep;

    /// <summary>What its layers know as <c>data</c>; null if they read what is outside by name alone.</summary>
    internal Tensor? Source { get; init; }

    /// <summary>Where layers that depend on nothing are put: outside of loops.</summary>
    internal LayerScope OutOfLoops => IsStep ? Parent!.OutOfLoops : this;

    /// <summary>How many sub-nets are around the layers of this scope.</summary>
    internal int Level { get; } = parent is null ? 0 : parent.Level + 1;

    internal IReadOnlyList<KeyValuePair<string, OptionValue>> Layers => layers;

    /// <summary>Whether another scope is this one or inside of it.</summary>
    internal bool Encloses(LayerScope other)
    {
        var scope = other;
        while (scope.Level > Level)
        {
            scope = scope.Parent!;
        }

        return ReferenceEquals(scope, this);
    }

    /// <summary>Keeps a name for a layer still to come; false if it is taken.</summary>
    internal bool TryReserve(string name) => names.TryReserve(name);

    /// <summary>The wanted name, or the first free one of <c>name_2</c>, <c>name_3</c>...</summary>
    internal string Unique(string wanted) => names.Take(wanted, suffix: "");

    internal void Add(string name, DictValue layer) => layers.Add(new(name, layer));

    /// <summary>Gives a layer that has been added one more option; what it says itself holds.</summary>
    internal void Set(string name, string option, OptionValue value)
    {
        var place = layers.FindIndex(layer => layer.Key == name);
        var layer = (DictValue)layers[place].Value;
        if (layer[option] is null)
        {
            layers[place] = new(name, layer.With(option, value));
        }
    }
}
