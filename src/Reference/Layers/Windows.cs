namespace NetDsl.Reference;

/// <summary>For places along an axis the entries around them.</summary>
/// <param name="Size">How many entries.</param>
/// <param name="Stride">How far apart the places are.</param>
/// <param name="Dilation">How far apart the entries are.</param>
/// <param name="Left">How far before its place a window begins.</param>
/// <param name="Count">How many places.</param>
internal sealed record Windows(int Size, int Stride, int Dilation, int Left, int Count)
{
    /// <summary>TensorFlow's windows.</summary>
    /// <param name="entries">How long the axis is.</param>
    /// <param name="size">How many entries.</param>
    /// <param name="stride">How far apart the places are.</param>
    /// <param name="dilation">How far apart the entries are.</param>
    /// <param name="padding">RETURNN's option: same, valid, same_static, or a number of entries on both sides.</param>
    /// <param name="isDynamic">Whether the axis has no fixed size.</param>
    internal static Windows? Of(int entries, int size, int stride, int dilation, OptionValue padding, bool isDynamic)
    {
        var reach = (size - 1) * dilation;
        var count = (entries + stride - 1) / stride;
        var same = new Windows(
            size,
            stride,
            dilation,
            Math.Max((((count - 1) * stride) + reach + 1) - entries, 0) / 2,
            count
        );
        return padding switch
        {
            IntegerValue { Value: var number } => Valid((int)number),
            StringValue text => text.Value.ToUpperInvariant() switch
            {
                "SAME" => same,
                "VALID" => Valid(0),
                "SAME_STATIC" when isDynamic => same with { Left = (size - stride) / 2 },
                "SAME_STATIC" => same with { Left = (size - 1 - ((entries + stride - 1) % stride)) / 2 },
                _ => null,
            },
            _ => null,
        };

        Windows Valid(int margin) =>
            new(size, stride, dilation, margin, Math.Max((entries + (2 * margin) - reach + stride - 1) / stride, 0));
    }

    /// <summary>The axis as two: places, and entries of each window.</summary>
    internal Value Apply(Value value, int axis, double otherwise = 0)
    {
        var entries = value.Shape[axis];
        var indices = new List<int>();
        for (var place = 0; place < Count; place++)
        {
            for (var entry = 0; entry < Size; entry++)
            {
                var index = (place * Stride) + (entry * Dilation) - Left;
                indices.Add(index >= 0 && index < entries ? index : -1);
            }
        }

        var shape = value.Shape.SetItem(axis, Count).Insert(axis + 1, Size);
        return value.Take(axis, indices, otherwise).Reshape(shape);
    }
}
