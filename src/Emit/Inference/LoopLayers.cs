namespace NetDsl.Emit;

/// <summary>
/// Which layers of a loop surely give one frame after the other: states, which need their own value of the step before, and what is
/// made of states by classes that keep the order of axes. RETURNN takes all else out of the loop where it can, and then the axis of
/// the loop is where the sources have it (contract 8).
/// </summary>
internal sealed class LoopLayers
{
    private static readonly HashSet<string> keepingOrder = new(StringComparer.Ordinal)
    {
        "activation",
        "combine",
        "compare",
        "copy",
        "eval",
        "identity",
        "linear",
        "softmax",
    };

    private readonly NetScope loop;
    private readonly Dictionary<NetLayer, int> found = [];
    private readonly Dictionary<NetLayer, int> lowest = [];
    private readonly HashSet<NetLayer> stacked = [];

    internal LoopLayers(NetScope loop)
    {
        this.loop = loop;
        var pending = new Stack<NetLayer>();
        foreach (var layer in loop.Layers)
        {
            if (!found.ContainsKey(layer))
            {
                FindStates(layer, pending);
            }
        }
    }

    /// <summary>Whether a layer needs its own value of a step before, by whatever way.</summary>
    internal bool IsState(NetLayer layer) => stacked.Contains(layer);

    /// <summary>Whether all steps of a layer are one after the other.</summary>
    internal bool IsStacked(NetLayer layer)
    {
        if (stacked.Contains(layer))
        {
            return true;
        }

        return keepingOrder.Contains(layer.ClassName)
            && layer.References.Count > 0
            && layer.References.All(reference =>
                reference is { IsPrevious: false, Target: LayerTarget { Layer: var source } }
                && stacked.Contains(source)
            );
    }

    // Tarjan's search for cycles, on a stack of its own.
    private void FindStates(NetLayer start, Stack<NetLayer> pending)
    {
        var open = new Stack<(NetLayer Layer, IEnumerator<NetLayer> Needs)>();
        Enter(start, open, pending);
        while (open.TryPeek(out var frame))
        {
            if (!frame.Needs.MoveNext())
            {
                open.Pop();
                Leave(frame.Layer, pending);
                if (open.TryPeek(out var outer))
                {
                    lowest[outer.Layer] = Math.Min(lowest[outer.Layer], lowest[frame.Layer]);
                }
            }
            else if (!found.TryGetValue(frame.Needs.Current, out var place))
            {
                Enter(frame.Needs.Current, open, pending);
            }
            else
            {
                // Of a part that is done, the place is out of reach.
                lowest[frame.Layer] = Math.Min(lowest[frame.Layer], place);
                if (frame.Needs.Current == frame.Layer)
                {
                    stacked.Add(frame.Layer);
                }
            }
        }
    }

    private void Enter(
        NetLayer layer,
        Stack<(NetLayer Layer, IEnumerator<NetLayer> Needs)> open,
        Stack<NetLayer> pending
    )
    {
        lowest[layer] = found[layer] = found.Count;
        pending.Push(layer);
        open.Push((layer, Needs(layer).GetEnumerator()));
    }

    private void Leave(NetLayer layer, Stack<NetLayer> pending)
    {
        if (lowest[layer] != found[layer])
        {
            return;
        }

        var isCycle = pending.Peek() != layer;
        NetLayer member;
        do
        {
            member = pending.Pop();
            found[member] = int.MaxValue;
            if (isCycle)
            {
                stacked.Add(member);
            }
        } while (member != layer);
    }

    // What a layer and all inside it read of this loop.
    private IEnumerable<NetLayer> Needs(NetLayer layer)
    {
        foreach (var reference in layer.References)
        {
            var target = reference.Target switch
            {
                LayerTarget direct => direct.Layer,
                SubLayerTarget part => part.Layer,
                _ => null,
            };
            if (target is not null && InLoop(target) is { } needed)
            {
                yield return needed;
            }
        }

        foreach (var inner in layer.Inner.SelectMany(scope => scope.Layers))
        {
            foreach (var needed in Needs(inner))
            {
                if (needed != layer)
                {
                    yield return needed;
                }
            }
        }
    }

    // The layer of the loop that a layer is, or is inside of.
    private NetLayer? InLoop(NetLayer layer)
    {
        for (var current = layer; ; current = current.Scope.Owner)
        {
            if (current is null || current.Scope == loop)
            {
                return current;
            }
        }
    }
}
