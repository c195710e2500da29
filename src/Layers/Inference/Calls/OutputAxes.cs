using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>The axes that a layer makes, and the dims that its options declare for them.</summary>
internal static class OutputAxes
{
    private const int NoShiftedMasksFrom = 22;

    /// <summary>Declares that an axis the layer computes is a dim of the config; false if their sizes differ, and the call then says so.</summary>
    internal static bool Declare(this LayerCall call, Axis computed, Axis? declared, string option)
    {
        if (declared is null)
        {
            return true;
        }

        var (before, after) = ($"{declared}", $"{computed}");
        if (computed.DeclareSame(declared))
        {
            return true;
        }

        call.Fail(ShapeFaults.Declared(option, before, after));
        return false;
    }

    /// <summary>The dims of a list; null if one is none, and nothing is then known of the output.</summary>
    internal static ImmutableArray<Axis>? Dims(this LayerCall call, string option)
    {
        var axes = ImmutableArray.CreateBuilder<Axis>();
        foreach (var item in call.List(option))
        {
            if (item is not DimValue dim)
            {
                call.Unknown();
                return null;
            }

            axes.Add(call.Space.Of(dim.Value));
        }

        return axes.ToImmutable();
    }

    /// <summary>Whether an option names a layer.</summary>
    internal static bool NamesLayer(this LayerCall call, string option) => call.Option(option) is StringValue;

    /// <summary>The one place that an option describes, or RETURNN's own choice if it is not given.</summary>
    internal static int? AxisOr(this LayerCall call, TensorType type, string option, string otherwise) =>
        call.AxisOf(type, option, call.Has(option) ? call.Option(option) : otherwise);

    /// <summary>Whether RETURNN can mask an axis; false if not, and the call then says so.</summary>
    internal static bool CanMask(this LayerCall call, Axis axis)
    {
        if (!axis.IsHardToMask || call.BehaviorVersion < NoShiftedMasksFrom)
        {
            return true;
        }

        call.Fail(ShapeFaults.NoMask(axis));
        return false;
    }
}
