using System.Collections.Immutable;
using System.Globalization;

namespace NetDsl.Layers;

/// <summary>Which axes of a tensor an option means: dims, or RETURNN's words for axes (contract 3.7).</summary>
internal static class AxisSearch
{
    /// <summary>The places that an option describes; null if there is an error, which the call then holds.</summary>
    internal static ImmutableArray<int>? AxesOf(this LayerCall call, TensorType type, string option) =>
        Find(call, type, option, call.Option(option));

    /// <summary>The one place that an option describes; null if there is an error, which the call then holds.</summary>
    internal static int? AxisOf(this LayerCall call, TensorType type, string option) =>
        AxisOf(call, type, option, call.Option(option));

    /// <summary>The one place that a value describes.</summary>
    internal static int? AxisOf(this LayerCall call, TensorType type, string option, OptionValue? value)
    {
        if (call.IsOpaque && value is CodeValue)
        {
            return null;
        }

        switch (Find(call, type, option, value))
        {
            case null:
                return null;
            case [var index]:
                return index;
            case []:
                call.Fail(ShapeFaults.NoAxis(option, Describe(value), type));
                return null;
            default:
                call.Fail(ShapeFaults.SeveralAxes(option, Describe(value), type));
                return null;
        }
    }

    /// <summary>The places that a value describes, without repetition.</summary>
    internal static ImmutableArray<int>? Find(LayerCall call, TensorType type, string option, OptionValue? value)
    {
        switch (value)
        {
            case null or NoneValue or StringValue { Value: "" }:
                return [];
            case CodeValue:
                call.Unknown();
                return null;
            case DimValue dim:
                return OfDim(call, type, option, call.Space.Of(dim.Value));
            case IntegerValue number:
                return OfNumber(call, type, option, number.Value);
            case StringValue text:
                return OfText(call, type, option, text.Value);
            case SequenceValue several:
                return OfSeveral(call, type, option, several);
            default:
                call.Fail(ShapeFaults.NoAxisWord(option, Describe(value)));
                return null;
        }
    }

    private static ImmutableArray<int>? OfSeveral(LayerCall call, TensorType type, string option, SequenceValue several)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        foreach (var item in several.Items)
        {
            if (Find(call, type, option, item) is not { } axes)
            {
                return null;
            }

            foreach (var axis in axes)
            {
                if (!found.Contains(axis))
                {
                    found.Add(axis);
                }
            }
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<int>? OfDim(LayerCall call, TensorType type, string option, Axis axis)
    {
        ImmutableArray<int> found = [.. Where(type, index => type.Axes[index].IsSame(axis))];
        if (found.Length > 1)
        {
            var highest = found.Max(index => type.Axes[index].MatchPriority);
            found = found.RemoveAll(index => type.Axes[index].MatchPriority != highest);
        }

        if (found.Length > 1)
        {
            call.Fail(ShapeFaults.SeveralAxes(option, axis.ToString(), type));
            return null;
        }

        return found;
    }

    private static ImmutableArray<int>? OfNumber(LayerCall call, TensorType type, string option, long number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (call.BehaviorVersion >= AxisWords.NoNumbersFrom)
        {
            call.Fail(ShapeFaults.AxisByOrder(option, text, AxisWords.NoNumbersFrom));
            return null;
        }

        return Nth(call, type, option, text, [.. Enumerable.Range(0, type.Rank)], number);
    }

    private static ImmutableArray<int>? OfText(LayerCall call, TensorType type, string option, string text)
    {
        var word = text.ToLowerInvariant();
        switch (word)
        {
            case "b" or "batch":
                return Needed(call, type, option, text, type.BatchIndex);
            case "t" or "time":
                return Needed(call, type, option, text, type.TimeIndex);
            case "f" or "feature" or "non_spatial":
                return type.FeatureIndex is { } feature ? [feature] : [];
            case "t?":
                return type.TimeIndex is { } time ? [time] : [];
            case "spatial":
                return [.. type.SpatialIndexes];
            case "dyn" or "dynamic":
                return [.. type.DynamicIndexes];
            case "static":
                return [.. type.StaticIndexes];
            case "*":
                return [.. Where(type, _ => true)];
            case "spatial_except_time":
                return type.TimeIndex is null
                    ? Needed(call, type, option, text, null)
                    : [.. type.SpatialIndexes.Where(index => index != type.TimeIndex)];
            case "except_time" or "except_batch":
                return type.BatchIndex is null
                    ? Needed(call, type, option, text, null)
                    :
                    [
                        .. Where(
                            type,
                            index => index != type.BatchIndex && (word == "except_batch" || index != type.TimeIndex)
                        ),
                    ];
        }

        return word.All("btf".Contains)
            ? OfSeveral(
                call,
                type,
                option,
                new(SequenceKind.List, [.. word.Select(letter => (OptionValue)letter.ToString())])
            )
            : OfPair(call, type, option, text, word);
    }

    // `dim:40`, `stag:time`, `spatial:0`
    private static ImmutableArray<int>? OfPair(LayerCall call, TensorType type, string option, string text, string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var (kind, rest) = colon < 0 ? (word, "") : (word[..colon], word[(colon + 1)..]);
        var isNumber = int.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        switch (kind)
        {
            case "dim" when isNumber:
                return One(
                    call,
                    type,
                    option,
                    text,
                    [.. Where(type, index => !type.Axes[index].IsBatch && type.Axes[index].Size == number)]
                );
            case "stag" when colon > 0:
                return One(call, type, option, text, Named(type, rest, spatialOnly: true));
            case "tag" when colon > 0:
                return One(call, type, option, text, Named(type, rest, spatialOnly: false));
            case "stag-single"
                when rest.Split(':', 2) is [var place, var name]
                    && int.TryParse(place, CultureInfo.InvariantCulture, out var nth):
                return Nth(call, type, option, text, Named(type, name, spatialOnly: true), nth);
        }

        if (ByOrder(type, kind) is not { } several || !isNumber)
        {
            call.Fail(ShapeFaults.NoAxisWord(option, Quote(text)));
            return null;
        }

        if (call.BehaviorVersion >= AxisWords.NoOrderFrom)
        {
            call.Fail(ShapeFaults.AxisByOrder(option, Quote(text), AxisWords.NoOrderFrom));
            return null;
        }

        return Nth(call, type, option, Quote(text), several, number);
    }

    private static ImmutableArray<int>? ByOrder(TensorType type, string kind) =>
        kind switch
        {
            "s" or "spatial" => [.. type.SpatialIndexes],
            "d" or "dyn" or "dynamic" => [.. type.DynamicIndexes],
            "static" => [.. type.StaticIndexes],
            "except_batch" => [.. Where(type, index => index != type.BatchIndex)],
            _ => null,
        };

    // The name may be a part of the axis's name; RETURNN does not mind the case.
    private static ImmutableArray<int> Named(TensorType type, string name, bool spatialOnly)
    {
        var spatial = type.SpatialIndexes.ToHashSet();
        return
        [
            .. Where(
                type,
                index =>
                    (
                        type.Axes[index].Name.Contains(name, StringComparison.OrdinalIgnoreCase)
                        || type.Axes[index].Base.Name.Contains(name, StringComparison.OrdinalIgnoreCase)
                    ) && (!spatialOnly || spatial.Contains(index) || type.Axes[index].IsSpatial)
            ),
        ];
    }

    private static ImmutableArray<int>? One(
        LayerCall call,
        TensorType type,
        string option,
        string text,
        ImmutableArray<int> found
    )
    {
        if (found.Length == 1)
        {
            return found;
        }

        call.Fail(
            found.Length == 0
                ? ShapeFaults.NoAxis(option, Quote(text), type)
                : ShapeFaults.SeveralAxes(option, Quote(text), type)
        );
        return null;
    }

    private static ImmutableArray<int>? Nth(
        LayerCall call,
        TensorType type,
        string option,
        string text,
        ImmutableArray<int> found,
        long place
    )
    {
        var index = place < 0 ? place + found.Length : place;
        if (index >= 0 && index < found.Length)
        {
            return [found[(int)index]];
        }

        call.Fail(ShapeFaults.NoAxis(option, text, type));
        return null;
    }

    private static ImmutableArray<int>? Needed(LayerCall call, TensorType type, string option, string text, int? index)
    {
        if (index is { } found)
        {
            return [found];
        }

        call.Fail(ShapeFaults.NoAxis(option, Quote(text), type));
        return null;
    }

    private static IEnumerable<int> Where(TensorType type, Func<int, bool> isMeant)
    {
        for (var index = 0; index < type.Rank; index++)
        {
            if (isMeant(index))
            {
                yield return index;
            }
        }
    }

    private static string Describe(OptionValue? value) =>
        value switch
        {
            StringValue text => Quote(text.Value),
            DimValue dim => dim.Value.ToString(),
            IntegerValue number => number.Value.ToString(CultureInfo.InvariantCulture),
            null or NoneValue => "None",
            _ => "given",
        };

    private static string Quote(string text) => Printable.Quoted(text);
}
