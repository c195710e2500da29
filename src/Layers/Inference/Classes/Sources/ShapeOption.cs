using System.Collections.Immutable;
using System.Globalization;

namespace NetDsl.Layers;

/// <summary>The option <c>shape</c> of layers without sources: dims, or sizes that RETURNN makes axes of.</summary>
internal static class ShapeOption
{
    /// <summary>The axes; null if one is not known, and the call then says so.</summary>
    /// <param name="call">The layer.</param>
    /// <param name="prefix">What the axes made of sizes are named, before their place.</param>
    /// <param name="lastIsFeature">Whether the last axis made of a size is one of features.</param>
    internal static ImmutableArray<Axis>? Axes(LayerCall call, string prefix, bool lastIsFeature = true)
    {
        var items = call.List("shape");
        var axes = ImmutableArray.CreateBuilder<Axis>(items.Length);
        for (var index = 0; index < items.Length && !call.IsOpaque; index++)
        {
            var kind = lastIsFeature && index == items.Length - 1 ? AxisKind.Feature : AxisKind.Spatial;
            switch (items[index])
            {
                case DimValue dim:
                    axes.Add(call.Space.Of(dim.Value));
                    break;
                case IntegerValue { Value: >= 0 and <= int.MaxValue and var size }:
                    var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}{index}");
                    axes.Add(call.Space.Made(name, kind, (int)size));
                    break;
                default:
                    call.Fail(ShapeFaults.Options("\"shape\" holds what is no size.", "Give dims or sizes.", "shape"));
                    return null;
            }
        }

        if (!call.IsOpaque)
        {
            return axes.DrainToImmutable();
        }

        call.Unknown();
        return null;
    }

    /// <summary>The type that the option <c>dtype</c> gives; null if it is code.</summary>
    internal static string? DataType(LayerCall call, string otherwise)
    {
        if (!call.IsCode("dtype"))
        {
            return call.Text("dtype") ?? otherwise;
        }

        call.Unknown();
        return null;
    }
}
