using System.Globalization;

namespace NetDsl.Layers;

/// <summary>An axis that an option names: a dim, or what RETURNN finds by its role (contract 3.7).</summary>
public sealed record LayerAxis
{
    private LayerAxis(OptionValue value) => Value = value;

    /// <summary>The batch axis.</summary>
    public static LayerAxis Batch { get; } = new("b");

    /// <summary>The time axis.</summary>
    public static LayerAxis Time { get; } = new("t");

    /// <summary>The time axis, or none if there is none.</summary>
    public static LayerAxis TimeIfAny { get; } = new("t?");

    /// <summary>The feature axis.</summary>
    public static LayerAxis Feature { get; } = new("f");

    /// <summary>All axes but batch and feature.</summary>
    public static LayerAxis Spatial { get; } = new("spatial");

    /// <summary>All axes but batch, time and feature.</summary>
    public static LayerAxis SpatialExceptTime { get; } = new("spatial_except_time");

    /// <summary>All axes on which every sequence has its own length.</summary>
    public static LayerAxis Dynamic { get; } = new("dyn");

    /// <summary>All axes of fixed size.</summary>
    public static LayerAxis Static { get; } = new("static");

    /// <summary>All axes but time and batch.</summary>
    public static LayerAxis ExceptTime { get; } = new("except_time");

    /// <summary>All axes but batch.</summary>
    public static LayerAxis ExceptBatch { get; } = new("except_batch");

    /// <summary>All axes.</summary>
    public static LayerAxis All { get; } = new("*");

    /// <summary>The axes that the layer chooses itself, where it can.</summary>
    public static LayerAxis Automatic { get; } = new("auto");

    /// <summary>The dim that class indices point into, where a layer can take that for an axis.</summary>
    public static LayerAxis SparseDim { get; } = new("sparse_dim");

    /// <summary>What is written.</summary>
    internal OptionValue Value { get; }

    /// <summary>The axis of a dim.</summary>
    public static implicit operator LayerAxis(Dim dim)
    {
        ArgumentNullException.ThrowIfNull(dim);
        return new((OptionValue)dim);
    }

    /// <summary>The only axis of a size.</summary>
    /// <param name="size">At least 1.</param>
    public static LayerAxis OfSize(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return new($"dim:{size.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>The only axis whose name in RETURNN holds a text, in upper or lower case.</summary>
    /// <param name="part">Part of the name.</param>
    public static LayerAxis Named(string part)
    {
        ArgumentException.ThrowIfNullOrEmpty(part);
        return new($"tag:{part}");
    }
}
