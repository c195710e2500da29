using System.Collections.Immutable;
using System.Globalization;

namespace NetDsl.Layers;

/// <summary>What moving a window over axes makes of them; convolution, pooling, windowing and the like share it.</summary>
internal sealed class SpatialAxes
{
    private readonly LayerCall call;
    private readonly ImmutableArray<OptionValue> filters;
    private readonly ImmutableArray<int> strides;
    private readonly ImmutableArray<int> dilations;
    private readonly ImmutableArray<OptionValue> paddings;

    private SpatialAxes(
        LayerCall call,
        ImmutableArray<OptionValue> filters,
        ImmutableArray<int> strides,
        ImmutableArray<int> dilations,
        ImmutableArray<OptionValue> paddings
    )
    {
        this.call = call;
        this.filters = filters;
        this.strides = strides;
        this.dilations = dilations;
        this.paddings = paddings;
    }

    /// <summary>The sizes of the window.</summary>
    internal ImmutableArray<int?> Sizes => [.. filters.Select(LayerCall.IntegerOf)];

    /// <summary>Reads the options; null if they contradict each other, and the call then says so.</summary>
    /// <param name="call">The layer.</param>
    /// <param name="filters">One size or dim for each axis.</param>
    /// <param name="strides">One for each axis, or one for all.</param>
    /// <param name="padding">One for each axis, or one for all: a number, "same" or "valid".</param>
    internal static SpatialAxes? Read(
        LayerCall call,
        ImmutableArray<OptionValue> filters,
        ImmutableArray<int> strides,
        OptionValue padding
    )
    {
        var count = filters.Length;
        var dilations = OneEach(call.Has("dilation_rate") ? call.Integers("dilation_rate") : [1], count);
        strides = OneEach(strides, count);
        ImmutableArray<OptionValue> paddings = padding is SequenceValue list ? list.Items : [padding];
        paddings = OneEach(paddings, count);
        if (call.IsOpaque)
        {
            return null;
        }

        if (count is < 1 or > 3 || strides.Length != count || dilations.Length != count || paddings.Length < count)
        {
            call.Fail(
                ShapeFaults.Options(
                    "The sizes, strides, dilations and paddings of the layer are not as many as each other, or not 1 to 3.",
                    null,
                    "strides"
                )
            );
            return null;
        }

        if (!paddings.All(IsPadding))
        {
            call.Fail(
                ShapeFaults.Options(
                    "The padding is none of \"same\", \"valid\", \"same_static\" and whole numbers from 0 on.",
                    null,
                    "padding"
                )
            );
            return null;
        }

        return new(call, filters, strides, dilations, paddings);
    }

    /// <summary>The new axes, named as RETURNN does or by the dims that are declared; null if a size does not fit.</summary>
    internal ImmutableArray<Axis>? Of(ImmutableArray<Axis> inputs, ImmutableArray<Axis> declared)
    {
        if (inputs.Length != filters.Length || (!declared.IsEmpty && declared.Length != filters.Length))
        {
            call.Fail(
                ShapeFaults.Size(
                    Invariant($"The layer works over {filters.Length} axes and the input has {inputs.Length}"),
                    "as many",
                    "in_spatial_dims"
                )
            );
            return null;
        }

        var axes = ImmutableArray.CreateBuilder<Axis>(inputs.Length);
        for (var index = 0; index < inputs.Length; index++)
        {
            var made = declared.IsEmpty ? Made(inputs[index], index) : declared[index];
            var formula = Formula(inputs[index], filters[index], strides[index], dilations[index], paddings[index]);
            if (declared.IsEmpty && formula.Size < 0)
            {
                call.Fail(ShapeFaults.Size($"The axis {inputs[index]} is shorter than the window", "as many entries"));
                return null;
            }

            if (!call.Declare(formula, made, "out_spatial_dims"))
            {
                return null;
            }

            axes.Add(made);
        }

        return axes.MoveToImmutable();
    }

    /// <summary>The axis as RETURNN's arithmetic has it.</summary>
    internal static Axis Formula(Axis input, OptionValue filter, int stride, int dilation, OptionValue padding)
    {
        if (IsSame(padding))
        {
            return AxisMath.Divide(AxisOperator.CeilDivide, input, stride);
        }

        if (padding is IntegerValue { Value: var number and not 0 })
        {
            input = AxisMath.Add(AxisMath.Add((int)number, input), (int)number);
        }

        var (left, right) = Margins(input.Space, filter, dilation);
        var valid = AxisMath.Subtract(AxisMath.SubtractLeft(left, input), right);
        return AxisMath.Divide(AxisOperator.CeilDivide, valid, stride);
    }

    // What the window reaches beyond its middle.
    private static (AxisTerm Left, AxisTerm Right) Margins(AxisSpace space, OptionValue filter, int dilation)
    {
        if (filter is not DimValue dim)
        {
            var reach = ((LayerCall.IntegerOf(filter) ?? 1) - 1) * dilation;
            var half = (int)Math.Floor(reach / 2.0);
            return (half, reach - half);
        }

        AxisTerm size = space.Of(dim.Value);
        if (size.Axis is not { } axis)
        {
            return Margins(space, size.Number, dilation);
        }

        var whole = AxisMath.Multiply(AxisMath.Subtract(axis, 1), dilation);
        var left = AxisMath.Divide(AxisOperator.FloorDivide, whole, 2);
        return (left, AxisMath.Subtract(whole, left));
    }

    private Axis Made(Axis input, int index)
    {
        var (filter, stride, padding) = (LayerCall.IntegerOf(filters[index]), strides[index], paddings[index]);
        if (stride == 1 && (IsSame(padding) || (filter == 1 && padding is not IntegerValue { Value: not 0 })))
        {
            return input;
        }

        int? size = input.Size is { } length ? SizeOf(length, filter ?? 1, stride, dilations[index], padding) : null;
        return call.Space.MadeFrom(input, Invariant($"{call.Name}:conv:s{index}"), AxisKind.Spatial, size);
    }

    private static int SizeOf(int length, int filter, int stride, int dilation, OptionValue padding)
    {
        if (IsSame(padding))
        {
            return AxisMath.CeilDiv(length, stride);
        }

        var padded = length + (2 * (LayerCall.IntegerOf(padding) ?? 0));
        return Math.Max(AxisMath.CeilDiv(padded - ((filter - 1) * dilation), stride), 0);
    }

    private static bool IsSame(OptionValue padding) =>
        padding is StringValue text
        && (
            text.Value.Equals("same", StringComparison.OrdinalIgnoreCase)
            || text.Value.Equals("same_static", StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsPadding(OptionValue padding) =>
        padding is IntegerValue { Value: >= 0 }
        || IsSame(padding)
        || (padding is StringValue text && text.Value.Equals("valid", StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<T> OneEach<T>(ImmutableArray<T> values, int count) =>
        values is [var one] && count > 1 ? [.. Enumerable.Repeat(one, count)] : values;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
