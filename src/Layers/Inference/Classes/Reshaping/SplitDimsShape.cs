using System.Collections.Immutable;
using System.Globalization;

namespace NetDsl.Layers;

/// <summary><c>split_dims</c>: one axis as several, outermost first.</summary>
internal sealed class SplitDimsShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null)
        {
            return null;
        }

        input = call.Option("axis") is IntegerValue && input.BatchIndex is not null ? input.BatchMajor() : input;
        if (call.AxisOf(input, "axis") is not { } index)
        {
            return null;
        }

        var (axis, parts) = (input.Axes[index], call.List("dims"));
        if (
            call.IsOpaque
            || axis.IsBatch
            || parts.IsEmpty
            || parts.Any(part => part is DimValue) != parts.All(part => part is DimValue)
        )
        {
            return call.Unknown();
        }

        if (parts.Any(part => part is DimValue dim && call.Space.Of(dim.Value).IsBatch))
        {
            return call.Unknown();
        }

        return Split(call, axis, parts) is not { } split ? null : Output(input, index, split.Axes, split.Open);
    }

    private static (ImmutableArray<Axis> Axes, int? Open)? Split(
        LayerCall call,
        Axis axis,
        ImmutableArray<OptionValue> parts
    )
    {
        ImmutableArray<Axis> given = [.. parts.OfType<DimValue>().Select(dim => call.Space.Of(dim.Value))];
        int[] sizes = given.IsEmpty
            ? [.. parts.Select(part => LayerCall.IntegerOf(part) ?? 0)]
            : [.. given.Select(part => part.Size is { } size and not 0 ? size : -1)];
        var open = Open(axis, given, sizes);
        if (Resolve(call, axis, sizes) is not { } resolved)
        {
            return null;
        }

        if (
            axis.Size is null
            && given.IsEmpty
            && (
                open.IsEmpty
                || (call.Has("pad_to_multiples") && !call.Flag("pad_to_multiples") && sizes.Any(part => part > 1))
            )
        )
        {
            call.Fail(
                ShapeFaults.Size(
                    $"The axis {axis}, whose length differs, is split into parts that are fixed or without padding",
                    "one part -1, and padding",
                    "dims"
                )
            );
            return null;
        }

        int? rest = open is [var one] ? one : null;
        if (open.Length > 1)
        {
            if (!given.IsEmpty)
            {
                return (given, null);
            }

            call.Fail(ShapeFaults.Options("More than one of \"dims\" is -1.", null, "dims"));
            return null;
        }

        var remaining = rest is { } place ? Remaining(call, axis, sizes, place, resolved[place]) : null;
        if (!given.IsEmpty)
        {
            return remaining is null || call.Declare(remaining, given[rest!.Value], "dims") ? (given, rest) : null;
        }

        return (
            [
                .. resolved.Select(
                    (size, part) => part == rest ? remaining! : call.Space.Made(Name(call, part), axis.Kind, size)
                ),
            ],
            rest
        );
    }

    // The part that takes what remains: -1, or the axis itself.
    private static ImmutableArray<int> Open(Axis axis, ImmutableArray<Axis> given, int[] sizes)
    {
        ImmutableArray<int> same = [.. Enumerable.Range(0, given.Length).Where(part => given[part].IsSame(axis))];
        return same.IsEmpty ? [.. Enumerable.Range(0, sizes.Length).Where(part => sizes[part] < 0)] : same;
    }

    private static ImmutableArray<int?>? Resolve(LayerCall call, Axis axis, int[] sizes)
    {
        if (axis.Size is not { } size)
        {
            return [.. sizes.Select(part => part >= 0 ? part : (int?)null)];
        }

        var product = sizes.Where(part => part > 0).Aggregate(1L, (all, part) => Math.Min(all * part, int.MaxValue));
        var open = sizes.Count(part => part <= 0);
        var padded = call.Flag("pad_to_multiples") ? AxisMath.CeilDiv(size, (int)product) * product : size;
        if (sizes.Any(part => part is 0 or < -1) || open > 1 || (open == 0 ? product != size : padded % product != 0))
        {
            call.Fail(
                ShapeFaults.Size(
                    Invariant($"The axis {axis} is split into {string.Join(" * ", sizes)}"),
                    "parts whose product it is",
                    "dims"
                )
            );
            return null;
        }

        return [.. sizes.Select(part => part > 0 ? part : (int?)(padded / product))];
    }

    private static Axis Remaining(LayerCall call, Axis axis, int[] sizes, int place, int? size)
    {
        var others = sizes.Where((part, index) => part > 0 && index != place).Aggregate(1L, (all, part) => all * part);
        if (others == 1)
        {
            return axis;
        }

        return new(call.Space, $"{Name(call, place)}_rem", axis.Kind, size)
        {
            IsAutoGenerated = axis.IsAutoGenerated,
            DerivedFrom = axis,
            HasLength = axis.HasLength,
            LengthAxes = axis.LengthAxes,
            LengthRule = new(axis, lengths => [.. lengths.Select(length => (length + others - 1) / others)]),
            Depth = axis.Depth + 1,
        };
    }

    private static TensorType Output(TensorType input, int index, ImmutableArray<Axis> parts, int? rest)
    {
        var output = input.WithNewAxes([.. input.Axes[..index], .. parts, .. input.Axes[(index + 1)..]]);
        output = output.WithTime(
            input.TimeIndex is { } time
                ? SpecialAxis.At(time == index ? index + TimePart(parts, rest) : Shifted(time, index, parts.Length))
                : SpecialAxis.None
        );
        if (input.FeatureIndex is not { } feature)
        {
            return output;
        }

        return output.WithFeatureAt(
            feature == index ? index + LastOf(parts, AxisKind.Feature) : Shifted(feature, index, parts.Length)
        );
    }

    private static int TimePart(ImmutableArray<Axis> parts, int? rest)
    {
        int[] spatial = [.. Enumerable.Range(0, parts.Length).Where(part => parts[part].IsSpatial)];
        return rest ?? (spatial.Length > 0 ? spatial[0] : 0);
    }

    private static int LastOf(ImmutableArray<Axis> parts, AxisKind kind)
    {
        int[] fitting = [.. Enumerable.Range(0, parts.Length).Where(part => parts[part].Kind == kind)];
        return fitting.Length > 0 ? fitting[^1] : parts.Length - 1;
    }

    private static int Shifted(int place, int index, int count) => place < index ? place : place + count - 1;

    private static string Name(LayerCall call, int part) => Invariant($"{call.Name}_split_dims{part}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
