namespace NetDsl.Emit;

/// <summary>
/// Which layers RETURNN builds, and in which order (contract 3.3). Walks depth first as RETURNN does, on a stack of its own:
/// chains may be as long as they like. What is walked are layers, scopes that are built as a whole, and inputs of scopes.
/// </summary>
internal sealed class NetConstruction
{
    // RETURNN stops at the first; a user wants to see a few.
    private const int MostCycles = 10;

    private readonly List<NetLayer> built = [];
    private readonly List<IReadOnlyList<NetLayer>> cycles = [];
    private readonly Stack<ConstructionFrame> open = new();
    private readonly Dictionary<object, bool> isDone = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<NetScope, Queue<object>> delayed = [];
    private readonly HashSet<NetScope> completed = [];
    private readonly List<ScopeInputTarget> inputs = [];
    private readonly NetScope root;
    private bool isInSearch;
    private int depth;

    private NetConstruction(NetScope root) => this.root = root;

    /// <summary>The built layers, each after what it needs.</summary>
    public IReadOnlyList<NetLayer> Built => built;

    /// <summary>Layers that need themselves, with those on the way; the first few.</summary>
    public IReadOnlyList<IReadOnlyList<NetLayer>> Cycles => cycles;

    /// <summary>The inputs of nets inside that layers in them read.</summary>
    public IReadOnlyList<ScopeInputTarget> Inputs => inputs;

    /// <summary>The layer that RETURNN reaches with the most others unfinished, and how many these are, itself among them.</summary>
    public (NetLayer? Layer, int Depth) Deepest { get; private set; }

    internal static NetConstruction Run(NetScope root)
    {
        var construction = new NetConstruction(root);
        construction.Open(root);
        construction.Walk();
        return construction;
    }

    private void Walk()
    {
        while (open.TryPeek(out var frame))
        {
            if (frame.Needs.MoveNext())
            {
                Visit(frame.Needs.Current);
            }
            else if (
                frame.Subject is NetScope scope
                && delayed.TryGetValue(scope, out var queue)
                && queue.TryDequeue(out var next)
            )
            {
                Visit(next);
            }
            else if (frame.Subject == root && !isInSearch)
            {
                StartSearch();
            }
            else
            {
                Close(open.Pop());
            }
        }
    }

    // What is there for search alone comes last: training goes without it.
    private void StartSearch()
    {
        isInSearch = true;
        var queue = QueueOf(root);
        foreach (var layer in Sorted(root).Where(layer => IsRoot(layer) && IsForSearch(layer)))
        {
            queue.Enqueue(layer);
        }
    }

    private void Visit(object subject)
    {
        if (!isDone.TryGetValue(subject, out var done))
        {
            Open(subject);
        }
        else if (!done && !isInSearch && cycles.Count < MostCycles)
        {
            cycles.Add([
                .. open.TakeWhile(frame => frame.Subject != subject)
                    .Append(new(subject, Enumerable.Empty<object>().GetEnumerator()))
                    .Reverse()
                    .Select(frame => frame.Subject)
                    .OfType<NetLayer>(),
            ]);
        }
    }

    private void Open(object subject)
    {
        isDone.Add(subject, false);
        var needs = subject switch
        {
            NetLayer layer => NeedsOf(layer),
            NetScope scope => RootsOf(scope),
            ScopeInputTarget input => input
                .Sources.Where(source => !IsDelayed(source))
                .SelectMany(source => Subject(source.Target)),
            _ => [],
        };
        Prepare(subject);
        open.Push(new(subject, needs.GetEnumerator()));
    }

    private void Prepare(object subject)
    {
        switch (subject)
        {
            case NetLayer layer:
                depth++;
                if (depth > Deepest.Depth && !isInSearch)
                {
                    Deepest = (layer, depth);
                }

                Complete(layer.Scope);
                Delay(layer.References.Where(reference => reference.Need != ReferenceNeed.WhenRead));
                foreach (var scope in layer.Inner)
                {
                    Complete(scope);
                }

                break;
            case ScopeInputTarget input:
                inputs.Add(input);
                Delay(input.Sources);
                break;
        }
    }

    private void Close(ConstructionFrame frame)
    {
        isDone[frame.Subject] = true;
        if (frame.Subject is NetLayer layer)
        {
            depth--;
            layer.IsBuilt = true;
            layer.IsForSearch = isInSearch;
            built.Add(layer);
        }
    }

    private static IEnumerable<object> NeedsOf(NetLayer layer) =>
        layer
            .References.Where(reference => reference.Need == ReferenceNeed.Before && !reference.IsPrevious)
            .SelectMany(reference => Subject(reference.Target))
            .Concat(layer.Inner.SelectMany(Whole));

    // Of a subnetwork only what is asked for is built first, and its output if it is asked for itself (contract 3.4).
    private static IEnumerable<object> Whole(NetScope scope) =>
        scope.IsEncapsulated ? [scope]
        : scope.TryGet("output", out var output) ? [output]
        : [];

    private static IEnumerable<object> Subject(ReferenceTarget target) =>
        target switch
        {
            LayerTarget { Layer: var layer } => [layer],
            SubLayerTarget { Layer: var layer } => [layer],
            ExternDataTarget { RegisteredBy: { } layer } => [layer],
            ScopeInputTarget => [target],
            _ => [],
        };

    private static IEnumerable<NetLayer> RootsOf(NetScope scope)
    {
        if (scope.HoldsOneLayer)
        {
            return scope.Layers;
        }

        var sorted = Sorted(scope);
        if (scope.Kind == ScopeKind.RecUnit)
        {
            return sorted
                .Where(layer => layer.Name == "output")
                .Concat(sorted.Where(layer => layer.Name == "end"))
                .Concat(sorted.Where(layer => layer.Options.IsOn("loss")))
                .Concat(
                    sorted.Where(layer => layer.Options.IsOn("is_output_layer") || layer.Options.IsOn("need_last"))
                );
        }

        return sorted
            .Where(layer => layer.Options.IsOn("register_as_extern_data"))
            .Concat(sorted.Where(IsRoot))
            .Where(layer => scope.Kind != ScopeKind.Root || !IsForSearch(layer));
    }

    private static List<NetLayer> Sorted(NetScope scope) =>
        [.. scope.Layers.OrderBy(layer => layer.Name, StringComparer.Ordinal)];

    private static bool IsForSearch(NetLayer layer) => layer.Options.IsOn("only_on_search");

    private static bool IsRoot(NetLayer layer) =>
        layer.Name == "output"
        || layer.Name.EndsWith(":output", StringComparison.Ordinal)
        || layer.Options.IsOn("loss")
        || layer.Options.IsOn("is_output_layer");

    // A subnetwork of which anything was built is built as a whole in the end, unless it is in a loop.
    private void Complete(NetScope scope)
    {
        for (; !scope.IsEncapsulated && completed.Add(scope); scope = scope.Parent!)
        {
            if (WholeAround(scope) is { Kind: not ScopeKind.RecUnit } whole)
            {
                var queue = QueueOf(whole);
                queue.Enqueue(scope);
                queue.Enqueue(scope.Owner!);
            }
        }
    }

    // The values of the step before, parameters of others, and layers made anew are needed at some time, not first.
    private static bool IsDelayed(NetReference reference) =>
        reference.IsPrevious || reference.Need is ReferenceNeed.Parameters or ReferenceNeed.Anew;

    private void Delay(IEnumerable<NetReference> references)
    {
        foreach (var subject in references.Where(IsDelayed).SelectMany(reference => Subject(reference.Target)))
        {
            var scope = subject is NetLayer layer ? layer.Scope : ((ScopeInputTarget)subject).Scope;
            QueueOf(WholeAround(scope)).Enqueue(subject);
        }
    }

    private static NetScope WholeAround(NetScope scope)
    {
        while (!scope.IsEncapsulated)
        {
            scope = scope.Parent!;
        }

        return scope;
    }

    private Queue<object> QueueOf(NetScope scope)
    {
        if (!delayed.TryGetValue(scope, out var queue))
        {
            delayed.Add(scope, queue = new());
        }

        return queue;
    }
}
