using System.Globalization;

namespace NetDsl.Emit;

/// <summary>Where the dims of a config are used.</summary>
internal sealed class DimUses
{
    private readonly HashSet<Dim> seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<Dim> dims = [];

    private DimUses() { }

    /// <summary>Plain dims, in the order of their first use.</summary>
    internal IReadOnlyList<Dim> Dims => dims;

    /// <summary>The dim at each place: a layer, or none outside of the net, and the keys that lead to it.</summary>
    internal Dictionary<(NetLayer? Layer, string Place), Dim> Places { get; } = [];

    /// <summary>The plain dims that each layer uses.</summary>
    internal Dictionary<NetLayer, HashSet<Dim>> ByLayer { get; } = [];

    internal static DimUses Of(NetView view)
    {
        var uses = new DimUses();
        foreach (var (key, value) in view.Config.Entries)
        {
            if (key != NetShape.Network)
            {
                uses.Read(null, key, value, true);
            }
        }

        foreach (var layer in view.Structure.All)
        {
            foreach (var (option, value) in MeantOptions.Of(layer))
            {
                if (value is not null)
                {
                    uses.Read(layer, option, value, true);
                }
            }
        }

        return uses;
    }

    // In a set there are no places.
    private void Read(NetLayer? layer, string place, OptionValue value, bool hasPlace)
    {
        switch (value)
        {
            case DimValue dim:
                Use(layer, hasPlace ? place : null, dim.Value);
                break;
            case SequenceValue { Kind: var kind, Items: var items }:
                for (var index = 0; index < items.Length; index++)
                {
                    var inner = string.Create(CultureInfo.InvariantCulture, $"{place}/{index}");
                    Read(layer, inner, items[index], hasPlace && kind != SequenceKind.Set);
                }

                break;
            case DictValue dict:
                foreach (var (key, item) in dict)
                {
                    Read(layer, place, key, false);
                    Read(layer, $"{place}/{(key as StringValue)?.Value}", item, hasPlace);
                }

                break;
        }
    }

    private void Use(NetLayer? layer, string? place, Dim dim)
    {
        if (dim.Expression is { } formula)
        {
            Use(layer, place, formula.Left, "<");
            Use(layer, place, formula.Right, ">");
        }
        else if (dim.Kind != DimKind.Batch)
        {
            if (seen.Add(dim))
            {
                dims.Add(dim);
            }

            if (place is not null)
            {
                Places.TryAdd((layer, place), dim);
            }

            if (layer is not null)
            {
                if (!ByLayer.TryGetValue(layer, out var used))
                {
                    ByLayer.Add(layer, used = new(ReferenceEqualityComparer.Instance));
                }

                used.Add(dim);
            }
        }
    }

    private void Use(NetLayer? layer, string? place, DimOperand side, string mark)
    {
        if (side.Dim is { } dim)
        {
            Use(layer, place is null ? null : place + mark, dim);
        }
    }
}
