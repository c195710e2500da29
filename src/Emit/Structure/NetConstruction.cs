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
        while (open.TryPop(out var frame))
        {
            if (frame.TakeNext() is { } need)
            {
                open.Push(frame);
                Visit(need);
            }
            else if (
                frame.Subject is NetScope scope
                && delayed.TryGetValue(scope, out var queue)
                && queue.TryDequeue(out var next)
            )
            {
                open.Push(frame);
                Visit(next);
            }
            else if (frame.Subject == root && !isInSearch)
            {
                open.Push(frame);
                StartSearch();
            }
            else
            {
                Close(frame.Subject);
            }
        }
    }

    // What is there for search alone comes last: training goes without it.
    private void StartSearch()
    {
        isInSearch = true;
        var queue = QueueOf(root);
        foreach (var layer in Sorted(root, layer => IsRoot(layer) && IsForSearch(layer)))
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
                    .Select(frame => frame.Subject)
                    .Append(subject)
                    .Reverse()
                    .OfType<NetLayer>(),
            ]);
        }
    }

    private void Open(object subject)
    {
        isDone.Add(subject, false);
        Prepare(subject);
        open.Push(new(subject, subject is NetScope scope ? RootsOf(scope) : []));
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
                foreach (var reference in layer.References)
                {
                    if (reference.Need != ReferenceNeed.WhenRead)
                    {
                        Delay(reference);
                    }
                }

                foreach (var scope in layer.Inner)
                {
                    Complete(scope);
                }

                break;
            case ScopeInputTarget input:
                inputs.Add(input);
                foreach (var source in input.Sources)
                {
                    Delay(source);
                }

                break;
        }
    }

    private void Close(object subject)
    {
        isDone[subject] = true;
        if (subject is NetLayer layer)
        {
            depth--;
            layer.IsBuilt = true;
            layer.IsForSearch = isInSearch;
            built.Add(layer);
        }
    }

    private static NetLayer[] RootsOf(NetScope scope)
    {
        if (scope.HoldsOneLayer)
        {
            return [.. scope.Layers];
        }

        if (scope.Kind == ScopeKind.RecUnit)
        {
            return
            [
                .. Sorted(scope, layer => layer.Name == "output"),
                .. Sorted(scope, layer => layer.Name == "end"),
                .. Sorted(scope, layer => layer.Options.IsOn("loss")),
                .. Sorted(scope, layer => layer.Options.IsOn("is_output_layer") || layer.Options.IsOn("need_last")),
            ];
        }

        var isRoot = scope.Kind == ScopeKind.Root;
        return
        [
            .. Sorted(scope, layer => layer.Options.IsOn("register_as_extern_data") && !(isRoot && IsForSearch(layer))),
            .. Sorted(scope, layer => IsRoot(layer) && !(isRoot && IsForSearch(layer))),
        ];
    }

    // Chosen before they are sorted: of a million layers, a few are roots.
    private static IEnumerable<NetLayer> Sorted(NetScope scope, Func<NetLayer, bool> isChosen) =>
        scope.Layers.Where(isChosen).OrderBy(layer => layer.Name, StringComparer.Ordinal);

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

    private void Delay(NetReference reference)
    {
        if (reference.IsDelayed && reference.Target.Built is { } subject)
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
