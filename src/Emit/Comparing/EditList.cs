using System.Collections.Immutable;
using System.Globalization;

namespace NetDsl.Emit;

/// <summary>The edits that lead from one net to another, before their effects are known.</summary>
internal sealed class EditList
{
    private readonly LayerMatching layers;
    private readonly DimMatching dims;
    private readonly Wiring wiring;
    private readonly OptionComparison options;
    private readonly Dictionary<NetLayer, List<EditDraft>> byLayer = [];
    private readonly HashSet<NetLayer> follows = [];

    internal EditList(LayerMatching layers, DimMatching dims, Wiring wiring)
    {
        (this.layers, this.dims, this.wiring) = (layers, dims, wiring);
        options = new(dims, wiring);
        foreach (var layer in layers.New.Structure.Layers.Concat(layers.New.Structure.Unbuilt))
        {
            Compare(layer);
        }

        Settings = [.. CompareSettings()];
        Dims = [.. dims.Resized.Select(pair => (pair.New, Resize(pair.Old, pair.New)))];
        Removed =
        [
            .. layers.Old.Structure.All.Where(IsGone).Select(layer => new EditDraft(Remove(layer), layer, null)),
        ];
    }

    /// <summary>Keys of the config.</summary>
    internal ImmutableArray<EditDraft> Settings { get; }

    /// <summary>Dims of other sizes.</summary>
    internal ImmutableArray<(Dim Dim, EditDraft Draft)> Dims { get; }

    /// <summary>Layers that are gone; those inside them are not listed.</summary>
    internal ImmutableArray<EditDraft> Removed { get; }

    /// <summary>What was done to a layer of the new net, or to one around it.</summary>
    internal IReadOnlyList<EditDraft> At(NetLayer layer) => byLayer.GetValueOrDefault(layer) ?? [];

    /// <summary>All, in the order in which people read them.</summary>
    internal IEnumerable<EditDraft> All =>
        [.. Settings, .. Dims.Select(d => d.Draft), .. layers.New.Structure.All.SelectMany(At), .. Removed];

    /// <summary>How the output of a layer is spelled so that it can be compared; null if it is not known.</summary>
    internal string? OldDims(NetLayer layer) =>
        layers.Old.Inferred[layer].Type is { } type ? Text(type, dims.OldText) : null;

    /// <summary>The same for the new net.</summary>
    internal string? NewDims(NetLayer layer) =>
        layers.New.Inferred[layer].Type is { } type ? Text(type, dims.NewText) : null;

    private static string Text(Layers.TensorType type, Func<Dim, string> dim) =>
        $"{type.DataType}[{string.Join(',', type.Axes.Select(axis => axis.Dim is { } plain ? dim(plain) + Size(axis) : Size(axis)))}]";

    private static string Size(Layers.Axis axis) => axis.Size?.ToString(CultureInfo.InvariantCulture) ?? "?";

    private void Compare(NetLayer layer)
    {
        var isBehind = layers.NewAround.Sources(layer).Any(follows.Contains) || layer.Inner.Any(HoldsEdits);
        if (isBehind)
        {
            follows.Add(layer);
        }

        if (!layers.TryOld(layer, out var old))
        {
            follows.Add(layer);
            if (layer.Scope.Owner is not { } owner || layers.TryOld(owner, out _))
            {
                Add(layer, new(Added(layer), null, layer));
            }

            return;
        }

        var differs = isBehind && (OldDims(old) is not { } before || before != NewDims(layer));
        var changes = options.Compare(old, layer, followsOthers: differs || isBehind);
        AddPlace(old, layer);
        if (MeantOptions.ClassOf(old) != MeantOptions.ClassOf(layer))
        {
            changes.Insert(0, new("class", old.ClassName, layer.ClassName));
            Add(layer, new(Edit(EditKind.Retyped, old, layer) with { Options = [.. changes] }, old, layer));
        }
        else if (changes.Count > 0)
        {
            Add(layer, new(Edit(EditKind.Changed, old, layer) with { Options = [.. changes] }, old, layer));
        }
    }

    private bool HoldsEdits(NetScope scope) => scope.Layers.Any(follows.Contains);

    private void AddPlace(NetLayer old, NetLayer layer)
    {
        var isElsewhere = !IsSameScope(old.Scope, layer.Scope);
        if (isElsewhere || wiring.IsMoved(layer))
        {
            var from = old.References.Where(r => r.Option == "from").Select(r => r.Text);
            var to = layer.References.Where(r => r.Option == "from").Select(r => r.Text);
            var sources = new OptionChange("from", string.Join(", ", from), string.Join(", ", to));
            var edit = Edit(EditKind.Moved, old, layer);
            Add(layer, new(sources.Old == sources.New ? edit : edit with { Options = [sources] }, old, layer));
        }

        if (old.Name != layer.Name && !isElsewhere)
        {
            // Others read the same from it.
            var draft = new EditDraft(Edit(EditKind.Renamed, old, layer), old, layer);
            DraftsOf(layer).Add(draft);
        }
    }

    private bool IsSameScope(NetScope old, NetScope @new) =>
        old.Option == @new.Option
        && (
            (old.Owner is null && @new.Owner is null)
            || (
                old.Owner is { } before && @new.Owner is { } after && layers.TryOld(after, out var was) && was == before
            )
        );

    private void Add(NetLayer layer, EditDraft draft)
    {
        follows.Add(layer);
        DraftsOf(layer).Add(draft);
    }

    private List<EditDraft> DraftsOf(NetLayer layer)
    {
        if (!byLayer.TryGetValue(layer, out var drafts))
        {
            byLayer.Add(layer, drafts = []);
        }

        return drafts;
    }

    private NetEdit Edit(EditKind kind, NetLayer old, NetLayer @new) =>
        new(kind, old.Path, @new.Path) { Class = @new.ClassName, Location = layers.New.LineOf(@new) };

    private NetEdit Added(NetLayer layer) =>
        new(EditKind.Added, null, layer.Path)
        {
            Class = layer.ClassName,
            Layers = Inside(layer),
            Options = Sources(layer, isNew: true),
            Location = layers.New.LineOf(layer),
        };

    private NetEdit Remove(NetLayer layer) =>
        new(EditKind.Removed, layer.Path, null)
        {
            Class = layer.ClassName,
            Layers = Inside(layer),
            Options = Sources(layer, isNew: false),
            Location = layers.Old.LineOf(layer),
        };

    private static ImmutableArray<OptionChange> Sources(NetLayer layer, bool isNew)
    {
        var names = string.Join(", ", layer.References.Where(r => r.Option == "from").Select(r => r.Text));
        return names.Length == 0 ? [] : [new("from", isNew ? null : names, isNew ? names : null)];
    }

    private static int Inside(NetLayer layer) => 1 + layer.Inner.Sum(scope => scope.Layers.Sum(Inside));

    private bool IsGone(NetLayer layer) =>
        !layers.TryNew(layer, out _) && (layer.Scope.Owner is not { } owner || layers.TryNew(owner, out _));

    private static EditDraft Resize(Dim old, Dim @new)
    {
        var size = new OptionChange("size", Shown(old), Shown(@new));
        return new(new(EditKind.Resized, old.Name, @new.Name) { Layers = 0, Options = [size] }, null, null);
    }

    private static string Shown(Dim dim) => dim.Size?.ToString(CultureInfo.InvariantCulture) ?? "dynamic";

    private IEnumerable<EditDraft> CompareSettings()
    {
        var before = Written(layers.Old);
        var after = Written(layers.New);
        foreach (var key in after.Keys.Union(before.Keys).Where(key => key != NetShape.Network || IsLeftToCode))
        {
            var (old, @new) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            var changes = options.Compare(key, old, @new).ToImmutableArray();
            if (changes.Length > 0)
            {
                var edit = new NetEdit(EditKind.Setting, old is null ? null : key, @new is null ? null : key);
                yield return new(edit with { Layers = 0, Options = changes }, null, null);
            }
        }

        foreach (var edit in CodeComparison.Between(layers.Old.Meant.Statements, layers.New.Meant.Statements))
        {
            yield return new(edit, null, null);
        }
    }

    // Nets that code goes on with are compared as they are written: their layers are not known.
    private bool IsLeftToCode =>
        layers.Old.BeforeCode.ContainsKey(NetShape.Network) && layers.New.BeforeCode.ContainsKey(NetShape.Network);

    private static Dictionary<string, OptionValue> Written(NetView net) =>
        net.Meant.Settings.ToDictionary(
            entry => entry.Key,
            entry => net.BeforeCode.GetValueOrDefault(entry.Key, entry.Value)
        );
}
