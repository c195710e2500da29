namespace NetDsl;

/// <summary>
/// The lengths that windows leave, in the very steps in which RETURNN derives them, so that both mean the same dim
/// (<c>ConvLayer.calc_out_dim</c>, <c>TransposedConvLayer.deconv_output_length</c>).
/// </summary>
internal static class SpatialDims
{
    /// <summary>What a window of some entries leaves of a dim; null if that is nothing.</summary>
    internal static Dim? Windowed(Dim dim, int window, int stride, int dilation, WindowPadding padding)
    {
        if (padding == WindowPadding.Same)
        {
            return dim.CeilDiv(stride);
        }

        var reach = checked((window - 1) * dilation);
        if (dim.Size <= reach)
        {
            return null;
        }

        var left = reach / 2;
        return (DimMath.SubtractLeft(left, dim) - (reach - left)).CeilDiv(stride);
    }

    /// <summary>What a transposed convolution makes of a dim.</summary>
    internal static Dim Transposed(Dim dim, int window, int stride, WindowPadding padding) =>
        padding == WindowPadding.Same ? dim * stride : (dim * stride) + Math.Max(window - stride, 0);

    /// <summary>A dim with more entries at both ends.</summary>
    internal static Dim Padded(Dim dim, int before, int after) => before + dim + after;
}
