using System.Globalization;
using System.Runtime.InteropServices;

namespace NetDsl.Emit;

/// <summary>
/// What a name in a layer dict stands for, by RETURNN's rules (contract 3.1, 3.4, 5, 8). Walks from the scope of the name
/// outwards; takes time with the length of the name and the depth of the nesting only.
/// </summary>
internal sealed class ReferenceResolver(NetSource source, NetDeclarations declarations)
{
    private const string Base = "base:";
    private const string Previous = "prev:";
    private const string Data = "data:";

    // RETURNN provides these by itself (contract 2).
    private static readonly string[] alwaysThere = ["seq_idx", "seq_tag"];

    private readonly Dictionary<(NetScope Scope, string Key), ScopeInputTarget> inputs = [];

    /// <summary>Finds what a name stands for.</summary>
    /// <param name="scope">The scope of the layer that says it.</param>
    /// <param name="text">The name as it is written.</param>
    /// <param name="extra">The prefix of the extra net that the layer is in, or nothing.</param>
    internal (bool IsPrevious, ReferenceTarget Target) Resolve(NetScope scope, string text, string extra)
    {
        var (name, isPrevious) = (text, false);
        while (true)
        {
            if (scope.HoldsOneLayer)
            {
                if (scope.Kind == ScopeKind.MaskedUnit && name == "data" && MaskedInput(scope) is { } masked)
                {
                    return (isPrevious, masked);
                }

                scope = scope.Parent!;
            }
            else if (name.StartsWith(Base, StringComparison.Ordinal))
            {
                if (scope.Parent is not { } parent)
                {
                    return (isPrevious, new UnresolvedTarget(ReferenceFault.NoParent, scope, name));
                }

                (scope, name) = (parent, name[Base.Length..]);
            }
            else if (isPrevious && scope.Loop is null)
            {
                return (true, new UnresolvedTarget(ReferenceFault.NoLoop, scope, Previous + name));
            }
            else if (IsData(name) && !scope.TryGet(name, out _))
            {
                if (InputOf(scope, DataKey(scope, name)) is { } target)
                {
                    return (isPrevious, target);
                }

                (scope, name) = (scope.Parent!, Data + DataKey(scope, name));
            }
            else if (name.StartsWith(Previous, StringComparison.Ordinal))
            {
                if (isPrevious)
                {
                    return (true, new UnresolvedTarget(ReferenceFault.PreviousTwice, scope, text));
                }

                (isPrevious, name) = (true, name[Previous.Length..]);
            }
            else
            {
                return (isPrevious, Find(scope, name, extra));
            }
        }
    }

    private static bool IsData(string name) => name == "data" || name.StartsWith(Data, StringComparison.Ordinal);

    // In a subnetwork plain data is its input; elsewhere it is the default input.
    private string DataKey(NetScope scope, string name) =>
        name != "data" ? name[Data.Length..]
        : scope.Kind == ScopeKind.Subnetwork ? "data"
        : source.DefaultInput ?? "";

    /// <summary>The input of a scope, or null if the scope around has to be asked.</summary>
    private ReferenceTarget? InputOf(NetScope scope, string key) =>
        scope.Kind switch
        {
            ScopeKind.Subnetwork => SubnetworkInput(scope, key),
            ScopeKind.RecUnit when key == "source" => LoopInput(scope),
            ScopeKind.RecUnit => ExternData(scope, key),
            _ => ExternData(scope, key),
        };

    private ReferenceTarget? SubnetworkInput(NetScope scope, string key)
    {
        var options = scope.Owner!.Options;
        var from = options["from"] ?? "data";
        if (from is SequenceValue { Items: [] })
        {
            return new UnresolvedTarget(ReferenceFault.NoInput, scope, key);
        }

        if (from is not (StringValue or SequenceValue))
        {
            return UnknownTarget.Instance;
        }

        if (options["concat_sources"] is null or BoolValue { Value: true })
        {
            return key == "data" ? Input(scope, key, "from", null) : null;
        }

        var number = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : -1;
        for (var i = 0; i < SourceCount(from); i++)
        {
            if (Source(from, i) == key || i == number || (key == "data" && i == 0))
            {
                return Input(scope, key, "from", i);
            }
        }

        return null;
    }

    private static int SourceCount(OptionValue from) => from is SequenceValue sequence ? sequence.Items.Length : 1;

    private static string? Source(OptionValue from, int index) =>
        ((from is SequenceValue sequence ? sequence.Items[index] : from) as StringValue)?.Value;

    private ReferenceTarget LoopInput(NetScope scope) =>
        scope.Owner!.Options["from"] is null or SequenceValue { Items: [] }
            ? new UnresolvedTarget(ReferenceFault.NoInput, scope, "source")
            : Input(scope, "source", "from", null);

    private ScopeInputTarget? MaskedInput(NetScope scope)
    {
        var options = scope.Owner!.Options;
        return options.IsOn("masked_from") ? Input(scope, "data", "masked_from", null)
            : options.IsOn("from") ? Input(scope, "data", "from", null)
            : null;
    }

    private ReferenceTarget ExternData(NetScope scope, string key)
    {
        var loop = scope.Kind == ScopeKind.RecUnit ? scope : null;
        if (key.Length == 0)
        {
            return UnknownTarget.Instance;
        }

        if (declarations.Registered.TryGetValue(key, out var layer))
        {
            return new ExternDataTarget(key, loop, layer);
        }

        return source.ExternData?.Contains(key) != false || alwaysThere.AsSpan().Contains(key)
            ? new ExternDataTarget(key, loop, null)
            : new UnresolvedTarget(ReferenceFault.NoData, scope, key);
    }

    private ScopeInputTarget Input(NetScope scope, string key, string option, int? index)
    {
        ref var input = ref CollectionsMarshal.GetValueRefOrAddDefault(inputs, (scope, key), out _);
        return input ??= new(scope, key) { Option = option, Index = index };
    }

    private static ReferenceTarget Find(NetScope scope, string name, string extra)
    {
        if (name == ":i" && scope.Kind == ScopeKind.RecUnit)
        {
            return new LoopIndexTarget(scope);
        }

        var (first, rest) = Split(name);
        if (!TryFind(scope, first, extra, out var layer))
        {
            var fault = name == ":i" ? ReferenceFault.NoLoop : ReferenceFault.NoLayer;
            return scope.IsOpen ? UnknownTarget.Instance : new UnresolvedTarget(fault, scope, first);
        }

        while (rest is not null)
        {
            if (layer.IsEncapsulated || layer.InnerOf("subnetwork") is not { } net)
            {
                return new SubLayerTarget(layer, rest, InnerLayer(layer, rest));
            }

            (first, rest) = Split(rest);
            if (!net.TryGet(first, out layer))
            {
                return net.IsOpen ? UnknownTarget.Instance : new UnresolvedTarget(ReferenceFault.NoLayer, net, first);
            }
        }

        return new LayerTarget(layer);
    }

    // A layer of an extra net comes before its namesake, and stands for it otherwise.
    private static bool TryFind(
        NetScope scope,
        string name,
        string extra,
        [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out NetLayer layer
    )
    {
        var prefix = ExtraNetPrefix.Of(name);
        return (prefix.Length == 0 && extra.Length > 0 && scope.TryGet(extra + name, out layer))
            || scope.TryGet(name, out layer)
            || (prefix.Length > 0 && scope.TryGet(name[prefix.Length..], out layer));
    }

    /// <summary>The layer inside that a further output is, looking through branches and masked units.</summary>
    private static NetLayer? InnerLayer(NetLayer layer, string path)
    {
        string? rest = path;
        NetLayer? found = layer;
        while (rest is not null)
        {
            if (Net(found) is not { } net)
            {
                return null;
            }

            (var first, rest) = Split(rest);
            if (!net.TryGet(first, out found))
            {
                return null;
            }
        }

        return found;
    }

    private static NetScope? Net(NetLayer layer)
    {
        var inner = layer;
        while ((inner.InnerOf("true_layer") ?? inner.InnerOf("unit")) is { HoldsOneLayer: true, Layers: [var one] })
        {
            inner = one;
        }

        return inner.InnerOf("subnetwork") ?? inner.InnerOf("unit");
    }

    private static (string First, string? After) Split(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (name, null) : (name[..slash], name[(slash + 1)..]);
    }
}
