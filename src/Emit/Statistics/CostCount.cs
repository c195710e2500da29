using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Counts what the layers of a net cost: multiply-adds, and the bytes that their outputs take.</summary>
internal sealed class CostCount
{
    private const int RealBytes = 4;

    private readonly CostSum multiplyAdds = new();
    private readonly CostSum activations = new();
    private readonly List<string> uncounted = [];
    private readonly InferredNet net;

    private CostCount(InferredNet net) => this.net = net;

    internal static CostStatistics Of(InferredNet net)
    {
        var count = new CostCount(net);
        foreach (var layer in net.Structure.Layers)
        {
            count.Add(layer);
        }

        var parameters = net.Variables().Sum(variable => Size(variable) * RealBytes);
        return new(count.multiplyAdds.Terms, count.activations.Terms, parameters, [.. count.uncounted]);
    }

    private void Add(NetLayer layer)
    {
        var inferred = net[layer];
        if (inferred.Type is not { } output || Steps(layer) is not { } steps)
        {
            uncounted.Add(layer.Path);
            return;
        }

        activations.Add(BytesOf(output.DataType), output.Axes.Concat(steps));
        var first = SourceOf(layer);
        switch (layer.ClassName)
        {
            case "dot" when first is not null:
                // Each entry of the output sums over what the first source has and the output lacks.
                multiplyAdds.Add(1, output.Axes.Concat(first.Axes.Where(axis => !output.Has(axis))).Concat(steps));
                break;
            case "self_attention" when first is not null:
                AddAttention(layer, first, output, steps);
                break;
            case "transposed_conv" when first is not null:
                AddWeights(inferred, first.AxesWithoutFeature.Concat(steps));
                break;
            default:
                // Class indices pick a row: nothing is multiplied.
                if (first?.Sparse is null || layer.ClassName != "linear")
                {
                    AddWeights(inferred, output.AxesWithoutFeature.Concat(steps));
                }

                break;
        }
    }

    // Matrices are applied once at each place of the output; vectors are steps entry by entry.
    private void AddWeights(InferredLayer layer, IEnumerable<Axis> places)
    {
        var weights = layer.Asked.Count > 0 ? layer.Asked : layer.Variables;
        var numbers = weights.Where(variable => variable.Shape.Length > 1).Sum(Size);
        if (numbers > 0)
        {
            multiplyAdds.Add(numbers, places);
        }
    }

    private void AddAttention(NetLayer layer, TensorType source, TensorType output, IReadOnlyList<Axis> steps)
    {
        AddWeights(net[layer], source.AxesWithoutFeature.Concat(steps));
        if (
            source.TimeAxis is { } time
            && layer.Options["total_key_dim"] is { } keys
            && output.FeatureAxis?.Size is { } values
            && SizeOf(keys) is { } keySize
        )
        {
            // Scores of all pairs of frames, then sums of values with them.
            multiplyAdds.Add(keySize + values, source.AxesWithoutFeature.Append(time).Concat(steps));
        }
    }

    private static long? SizeOf(OptionValue value) =>
        value switch
        {
            IntegerValue number => number.Value,
            DimValue dim => dim.Value.Size,
            _ => null,
        };

    private TensorType? SourceOf(NetLayer layer)
    {
        foreach (var reference in layer.References)
        {
            if (reference is { Option: "from", Target: LayerTarget { Layer: var source } })
            {
                return net[source].Type;
            }

            if (reference is { Option: "from", Target: ExternDataTarget { Key: var key, Loop: null } })
            {
                return net.Find($"data:{key}");
            }
        }

        return null;
    }

    /// <summary>The axes that the loops around a layer run over; null if one is not known.</summary>
    private List<Axis>? Steps(NetLayer layer)
    {
        var steps = new List<Axis>();
        for (var scope = layer.Scope; scope.Owner is { } owner; scope = scope.Parent!)
        {
            if (scope.Kind != ScopeKind.RecUnit)
            {
                continue;
            }

            var inner = scope.TryGet("output", out var output) ? net[output].Type : null;
            if (inner is null || net[owner].Type is not { } whole)
            {
                return null;
            }

            steps.AddRange(whole.Axes.Where(axis => !inner.Has(axis)));
        }

        return steps;
    }

    private static long Size(LayerVariable variable) => variable.Shape.Aggregate(1L, (product, size) => product * size);

    private static int BytesOf(string dataType) =>
        dataType switch
        {
            "bool" or "int8" or "uint8" => 1,
            "float16" or "bfloat16" or "int16" or "uint16" => 2,
            "float64" or "int64" or "uint64" => 8,
            _ => RealBytes,
        };
}
