using System.Collections.Immutable;
using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>Random numbers for a net: the same for the same names, so that two forms of one net get the same.</summary>
internal static class RandomFeed
{
    private const int Shortest = 2;
    private const int Longest = 7;
    private const int MostLabels = 2;

    /// <summary>Numbers for a net.</summary>
    /// <param name="net">The net.</param>
    /// <param name="config">The config it is in.</param>
    /// <param name="seed">What the numbers depend on, beside names.</param>
    /// <param name="sequences">How many there are.</param>
    /// <param name="other">The numbers of another form; what is the same is taken from there.</param>
    internal static Feed Of(InferredNet net, Config config, int seed, int sequences, Feed? other)
    {
        var keys = (config["extern_data"] as DictValue ?? DictValue.Empty)
            .Select(entry => (entry.Key as StringValue)?.Value)
            .OfType<string>()
            .ToList();
        var lengths = Lengths(net, keys, seed, sequences);
        var known = new AxisLength(lengths);
        var inputs = new Dictionary<string, NdArray>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (net.Input(key) is { } type)
            {
                inputs.Add(key, Input(type, new(seed, $"input {key}"), known, sequences));
            }
        }

        FillDurations(net, inputs, known);
        var named = lengths.ToDictionary(item => item.Key.Name, item => item.Value, StringComparer.Ordinal);
        return new(inputs, named, Parameters(net, seed, other));
    }

    // Labels are fewer than frames: an axis that only class indices have is short beside one of other data.
    private static Dictionary<Axis, ImmutableArray<int>> Lengths(
        InferredNet net,
        List<string> keys,
        int seed,
        int sequences
    )
    {
        var lengths = new Dictionary<Axis, ImmutableArray<int>>(ReferenceEqualityComparer.Instance);
        var ofFrames = keys.Where(key => net.Input(key)?.Sparse is null).SelectMany(key => net.Input(key)?.Axes ?? []);
        var frames = ofFrames.Where(axis => axis.IsDynamic).ToHashSet();
        foreach (var axis in keys.SelectMany(key => net.Input(key)?.Axes ?? []))
        {
            if (axis is not { IsDynamic: true, Operation: null } || lengths.ContainsKey(axis))
            {
                continue;
            }

            var random = new RandomNumbers(seed, $"length {axis.Name}");
            var isOfLabels = frames.Count > 0 && !frames.Contains(axis);
            var (least, most) = isOfLabels ? (1, MostLabels) : (Shortest, Longest);
            lengths[axis] =
            [
                .. Enumerable.Range(0, sequences).Select(_ => least + (int)(random.Uniform() * (most - least + 1))),
            ];
        }

        foreach (var (old, renamed) in Renamings(net))
        {
            // Where the net says that frames are those of an input, they are as many.
            if (lengths.ContainsKey(renamed) && new AxisLength(lengths).Of(old) is { } found)
            {
                lengths[renamed] = found;
            }
        }

        return lengths;
    }

    private static IEnumerable<(Axis Old, Axis Renamed)> Renamings(InferredNet net) =>
        from layer in net.Structure.Layers
        where layer.ClassName == "reinterpret_data"
        from entry in layer.Options["set_dim_tags"] as DictValue ?? DictValue.Empty
        where entry is { Key: DimValue, Value: DimValue }
        select (net.Space.Of(((DimValue)entry.Key).Value), net.Space.Of(((DimValue)entry.Value).Value));

    // Numbers that say how long entries last add up to the length of what is made of them, if that is an axis of an input, too.
    private static void FillDurations(InferredNet net, Dictionary<string, NdArray> inputs, AxisLength lengths)
    {
        foreach (var layer in net.Structure.Layers.Where(layer => layer.ClassName == "repeat"))
        {
            if (
                layer.References.FirstOrDefault(reference => reference.Option == "repetitions")?.Target
                    is ExternDataTarget { RegisteredBy: null, Key: var key }
                && layer.Options["out_dim"] is DimValue dim
                && lengths.Of(net.Space.Of(dim.Value)) is { } sums
                && net.Input(key) is { Rank: 2, BatchIndex: { } batch } type
            )
            {
                inputs[key] = Durations(inputs[key], batch, lengths.Of(type.Axes[1 - batch]), sums);
            }
        }
    }

    private static NdArray Durations(NdArray like, int batch, ImmutableArray<int>? entries, ImmutableArray<int> sums)
    {
        var durations = NdArray.Zeros(like.Shape);
        var strides = NdArray.StridesOf(like.Shape);
        for (var sequence = 0; sequence < sums.Length; sequence++)
        {
            var count = entries?[sequence] ?? like.Shape[1 - batch];
            for (var frame = 0; frame < sums[sequence]; frame++)
            {
                durations.Data[(sequence * strides[batch]) + (frame % count * strides[1 - batch])]++;
            }
        }

        return durations;
    }

    private static NdArray Input(TensorType type, RandomNumbers random, AxisLength lengths, int sequences)
    {
        ImmutableArray<int> shape =
        [
            .. type.Axes.Select(axis => axis.Size ?? (axis.IsBatch ? sequences : lengths.Of(axis)?.Max() ?? Longest)),
        ];
        if (type.Sparse?.Size is { } classes)
        {
            return new Unary(number => Math.Floor(number * classes)).Compute([random.Uniform(shape)]);
        }

        return type.DataType switch
        {
            "bool" => new Unary(number => number < 0.5 ? 0 : 1).Compute([random.Uniform(shape)]),
            "int32" or "int64" => new Unary(number => Math.Floor(number * Longest)).Compute([random.Uniform(shape)]),
            _ => random.Normal(shape),
        };
    }

    // What is not trained may be a variance or a count.
    private static Dictionary<string, NdArray> Parameters(InferredNet net, int seed, Feed? other)
    {
        var whole = net
            .Structure.Layers.Where(layer =>
                net[layer].Type is { DataType: var type } && type.StartsWith("int", StringComparison.Ordinal)
            )
            .SelectMany(layer => net[layer].Variables)
            .Select(variable => variable.Name)
            .ToHashSet(StringComparer.Ordinal);
        var parameters = new Dictionary<string, NdArray>(StringComparer.Ordinal);
        foreach (var variable in net.Variables())
        {
            if (
                other?.Parameters.TryGetValue(variable.Name, out var known) == true
                && known.Shape.SequenceEqual(variable.Shape)
            )
            {
                parameters[variable.Name] = known;
                continue;
            }

            var random = new RandomNumbers(seed, $"parameter {variable.Name}");
            parameters[variable.Name] =
                whole.Contains(variable.Name)
                    ? new Unary(number => Math.Floor(number * Longest)).Compute([random.Uniform(variable.Shape)])
                : variable.IsTrainable ? Scaled(random.Uniform(variable.Shape))
                : new Unary(number => 0.5 + number).Compute([random.Uniform(variable.Shape)]);
        }

        return parameters;
    }

    // So that what is summed up neither vanishes nor saturates.
    private static NdArray Scaled(NdArray array)
    {
        var fan = array.Rank < 2 ? 4 : array.Count / array.Shape[^1];
        return new Unary(number => (number - 0.5) * Math.Sqrt(12.0 / fan)).Compute([array]);
    }
}
