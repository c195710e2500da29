namespace NetDsl.Emit;

/// <summary>Something that is being built, and how far RETURNN is with what it needs.</summary>
/// <param name="subject">A layer, a scope that is built as a whole, or the input of a scope.</param>
/// <param name="roots">The layers that a scope is built for.</param>
internal struct ConstructionFrame(object subject, NetLayer[] roots)
{
    private int next;

    /// <summary>What is being built.</summary>
    internal object Subject { get; } = subject;

    /// <summary>The next that has to be built before it; null if that was all.</summary>
    internal object? TakeNext() =>
        Subject switch
        {
            NetLayer layer => NextOf(layer),
            ScopeInputTarget input => NextOf(input),
            _ => next < roots.Length ? roots[next++] : null,
        };

    private object? NextOf(NetLayer layer)
    {
        var references = layer.References;
        while (next < references.Count)
        {
            var reference = references[next++];
            if (reference is { Need: ReferenceNeed.Before, IsPrevious: false, Target.Built: { } built })
            {
                return built;
            }
        }

        while (next < references.Count + layer.Inner.Count)
        {
            if (Whole(layer.Inner[next++ - references.Count]) is { } whole)
            {
                return whole;
            }
        }

        return null;
    }

    private object? NextOf(ScopeInputTarget input)
    {
        var references = input.Scope.Owner!.References;
        while (next < references.Count)
        {
            var reference = references[next++];
            if (input.IsSource(reference) && !reference.IsDelayed && reference.Target.Built is { } built)
            {
                return built;
            }
        }

        return null;
    }

    // Of a subnetwork only what is asked for is built first, and its output if it is asked for itself (contract 3.4).
    private static object? Whole(NetScope scope) =>
        scope.IsEncapsulated ? scope
        : scope.TryGet("output", out var output) ? output
        : null;
}
