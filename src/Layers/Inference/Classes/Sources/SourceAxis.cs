namespace NetDsl.Layers;

/// <summary>An axis that a layer reads the length of: of its source, the sparse one, or any dim.</summary>
internal static class SourceAxis
{
    /// <summary>The axis; null if it is not found, and the call then says so.</summary>
    internal static Axis? Of(LayerCall call, string option, string? otherwise = null)
    {
        if (call.Axis(option) is { } given)
        {
            return call.Sources.SelectMany(source => source.Axes).FirstOrDefault(given.IsSame) ?? given;
        }

        if (call.IsCode(option))
        {
            call.Unknown();
            return null;
        }

        if (call.Sources is not [var source])
        {
            call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
            return null;
        }

        if (call.Text(option) == "sparse_dim")
        {
            if (source.Sparse is null)
            {
                call.Fail(ShapeFaults.NoAxis(option, "\"sparse_dim\"", source));
            }

            return source.Sparse;
        }

        OptionValue? value = call.Option(option) ?? (otherwise is null ? null : (OptionValue)otherwise);
        return call.AxisOf(source, option, value) is { } index ? source.Axes[index] : null;
    }
}
