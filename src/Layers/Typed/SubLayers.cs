using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>Further results of layers, which RETURNN names as sub-layers (contract 3.4).</summary>
public static class SubLayers
{
    /// <summary>A sub-layer by its name.</summary>
    /// <param name="layer">A layer that has it.</param>
    /// <param name="name">The name after the slash.</param>
    /// <param name="outShape">Its dims, where they do not follow from the layer.</param>
    /// <param name="outDataType">What its entries are, where that does not follow.</param>
    /// <param name="outSparseDim">For class indices, the dim they point into, where that does not follow.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The tensor is not what a layer by class name yields.</exception>
    public static Tensor Sub(
        this Tensor layer,
        string name,
        Shape? outShape = null,
        DataType? outDataType = null,
        Dim? outSparseDim = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var node =
            layer.Node as LayerNode
            ?? throw new ArgumentException("Only layers by class name have sub-layers.", nameof(layer));
        return TypedLayer.RecordPart(node, name, new(outShape, outDataType, outSparseDim), otherwise: null, file, line);
    }

    /// <summary>One part of what <see cref="ReturnnLayers.Split"/> splits.</summary>
    /// <param name="split">The split layer.</param>
    /// <param name="index">Which part, from 0.</param>
    /// <param name="outShape">Its dims; not needed if the split has <c>outDims</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The tensor does not come from a split layer, or it has no such part.</exception>
    public static Tensor Part(
        this Tensor split,
        int index,
        Shape? outShape = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var node = Required(split, "split", nameof(split));
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (node.Options["out_dims"] is SequenceValue parts)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, parts.Items.Length);
        }

        return split.Sub(index.ToString(CultureInfo.InvariantCulture), outShape, file: file, line: line);
    }

    /// <summary>Where the entries stand that <see cref="ReturnnLayers.TopK"/> found, along its only axis.</summary>
    /// <param name="largest">The top-k layer.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The tensor does not come from a top-k layer, or that looks along a list of axes.</exception>
    public static Tensor Indices(
        this Tensor largest,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var node = Required(largest, "top_k", nameof(largest));
        if (node.Options["axis"] is SequenceValue)
        {
            throw new ArgumentException("Of a list of axes, name the one: Indices(0).", nameof(largest));
        }

        return Indices(node, "indices", node.Options["axis"], file, line);
    }

    /// <summary>Where the entries stand that <see cref="ReturnnLayers.TopK"/> found, along one of a list of axes.</summary>
    /// <param name="largest">The top-k layer.</param>
    /// <param name="index">Which of its axes, from 0.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The tensor does not come from a top-k layer that looks along such a list.</exception>
    public static Tensor Indices(
        this Tensor largest,
        int index,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var node = Required(largest, "top_k", nameof(largest));
        if (node.Options["axis"] is not SequenceValue axes)
        {
            throw new ArgumentException("It looks along one axis: Indices().", nameof(largest));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, axes.Items.Length);
        var name = $"indices{index.ToString(CultureInfo.InvariantCulture)}";
        return Indices(node, name, axes.Items[index], file, line);
    }

    // Indices have the dims of the entries themselves.
    private static Tensor Indices(LayerNode largest, string name, OptionValue? axis, string file, int line)
    {
        var indices = new Signature(largest.Output.Dims, DataType.Int32, (axis as DimValue)?.Value);
        return TypedLayer.RecordPart(largest, name, declared: default, indices, file, line);
    }

    private static LayerNode Required(Tensor layer, string layerClass, string parameter)
    {
        ArgumentNullException.ThrowIfNull(layer, parameter);
        return layer.Node is LayerNode node && node.LayerClass == layerClass
            ? node
            : throw new ArgumentException($"The tensor does not come from a layer of class {layerClass}.", parameter);
    }
}
