using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>
/// Which edit makes which variables and dims differ: the edit of the layer itself, of a dim it uses, or of what it reads. Each layer
/// has one cause, so that what edits do adds up.
/// </summary>
internal sealed class EditEffects
{
    private readonly EditList edits;
    private readonly LayerMatching layers;
    private readonly VariableComparison variables;
    private readonly Dictionary<NetLayer, HashSet<Dim>> dimsOf;
    private readonly Dictionary<NetLayer, EditDraft> causes = [];

    private EditEffects(EditList edits, LayerMatching layers, VariableComparison variables)
    {
        (this.edits, this.layers, this.variables) = (edits, layers, variables);
        dimsOf = edits.Dims.IsEmpty ? [] : DimUses.Of(layers.New).ByLayer;
    }

    /// <summary>The edits with their effects; those that rename all below a name are one.</summary>
    internal static ImmutableArray<NetEdit> AddTo(EditList edits, LayerMatching layers, VariableComparison variables)
    {
        var effects = new EditEffects(edits, layers, variables);
        foreach (var layer in layers.New.Structure.Layers)
        {
            effects.Add(layer);
        }

        foreach (var layer in layers.Old.Structure.Layers.Where(layer => !layers.TryNew(layer, out _)))
        {
            effects.AddGone(layer);
        }

        return RenameGroups.Join(edits.All.Select(Finish));
    }

    private static NetEdit Finish(EditDraft draft)
    {
        var parameters = draft.Variables.Sum(change =>
            Count(change.NewShape, change.NewName) - Count(change.OldShape, change.OldName)
        );
        return draft.Edit with { Effect = new(parameters, [.. draft.Variables], [.. draft.Dims]) };
    }

    private static long Count(ImmutableArray<int> shape, string? name) =>
        name is null ? 0 : shape.Aggregate(1L, (product, size) => product * size);

    private void Add(NetLayer layer)
    {
        var changes = variables.At(layer);
        layers.TryOld(layer, out var old);
        var (before, after) = (old is null ? null : edits.OldDims(old), edits.NewDims(layer));
        var isOtherShape = before is not null && after is not null && before != after;
        var own = edits.At(layer).FirstOrDefault(draft => draft.Edit.Kind != EditKind.Renamed) ?? Container(layer);
        var cause = own ?? (isOtherShape || changes.Any(change => !change.IsRename) ? CauseOf(layer) : null);
        if (cause is not null)
        {
            causes.Add(layer, cause);
            if (isOtherShape && Shown(layers.Old, old!) is var from && Shown(layers.New, layer) is var to && from != to)
            {
                cause.Dims.Add(new(layer.Path, from, to));
            }
        }

        foreach (var change in changes)
        {
            var renamed = change.IsRename ? Renaming(layer) : null;
            (renamed ?? cause ?? Renaming(layer))?.Variables.Add(change);
        }
    }

    private void AddGone(NetLayer layer)
    {
        var top = layer;
        while (top.Scope.Owner is { } owner && !layers.TryNew(owner, out _))
        {
            top = owner;
        }

        edits.Removed.FirstOrDefault(draft => draft.Old == top)?.Variables.AddRange(variables.At(layer));
    }

    private EditDraft? CauseOf(NetLayer layer)
    {
        foreach (var (dim, draft) in edits.Dims)
        {
            if (dimsOf.TryGetValue(layer, out var used) && used.Contains(dim))
            {
                return draft;
            }
        }

        foreach (var source in layers.NewAround.Sources(layer).Concat(layer.Inner.SelectMany(scope => scope.Layers)))
        {
            if (causes.TryGetValue(source, out var cause))
            {
                return cause;
            }
        }

        for (var outer = layer.Scope.Owner; outer is not null; outer = outer.Scope.Owner)
        {
            if (
                layers.NewAround.Sources(outer).Select(causes.GetValueOrDefault).FirstOrDefault(c => c is not null) is
                { } cause
            )
            {
                return cause;
            }
        }

        // A layer that is gone leaves its readers with the dims of another; else it is the input that differs.
        return edits.Settings.FirstOrDefault(draft => (draft.Edit.New ?? draft.Edit.Old) == "extern_data")
            ?? (edits.Dims.IsEmpty ? null : edits.Dims[0].Draft)
            ?? OfSources(layer)
            ?? (edits.Removed.IsEmpty ? null : edits.Removed[0]);
    }

    // Of a layer that reads the same layers as before, what these went through.
    private EditDraft? OfSources(NetLayer layer)
    {
        if (!layers.TryOld(layer, out var old))
        {
            return null;
        }

        var gone = layers.OldAround.Sources(old).ToHashSet();
        return edits.Removed.FirstOrDefault(draft => gone.Contains(draft.Old!));
    }

    private EditDraft? Renaming(NetLayer layer)
    {
        for (var outer = layer; outer is not null; outer = outer.Scope.Owner)
        {
            if (edits.At(outer).FirstOrDefault(d => d.Edit.Kind is EditKind.Renamed or EditKind.Moved) is { } draft)
            {
                return draft;
            }
        }

        return null;
    }

    private EditDraft? Container(NetLayer layer)
    {
        for (var outer = layer.Scope.Owner; outer is not null; outer = outer.Scope.Owner)
        {
            if (edits.At(outer).FirstOrDefault(draft => draft.Edit.Kind == EditKind.Added) is { } draft)
            {
                return draft;
            }
        }

        return null;
    }

    private static string Shown(NetView view, NetLayer layer) =>
        view.Inferred[layer].Type is { } type ? ShownType.Of(type) : "?";
}
