using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Counts what the net of a config is made of.</summary>
public static class ConfigStatistics
{
    /// <summary>Reads the text of a config and counts. Python is never started.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="path">Where it comes from; its end says which language it is, as in RETURNN.</param>
    public static StatisticsReport Of(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        var diagnostics = new List<Diagnostic>();
        var imported = ConfigReader.Read(text, path, diagnostics);
        return new(imported is null ? null : Of(TrustedValues.Of(imported)), [.. diagnostics]);
    }

    /// <summary>Counts what was emitted.</summary>
    public static NetStatistics Of(Emission emission)
    {
        ArgumentNullException.ThrowIfNull(emission);
        return Of(emission.Config);
    }

    private static NetStatistics Of(Config config)
    {
        var source = NetSource.Of(config);
        var structure = NetStructure.Read(source);
        var net = NetInference.Run(structure, source, config);
        return new(
            structure.All.Count,
            structure
                .All.GroupBy(layer => layer.ClassName, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
            [.. structure.Unbuilt.Select(layer => layer.Path)],
            DepthOf(structure),
            [.. net.Variables().Select(v => new ParameterStatistics(v.Name, v.Shape, v.IsTrainable))],
            [.. structure.Layers.SelectMany(layer => DimsOf(layer, net[layer].Type))],
            CostCount.Of(net)
        )
        {
            UnknownParameters =
                config[NetShape.Network] is CodeValue
                    ? [NetShape.Network]
                    : [.. structure.Layers.Where(layer => !net[layer].KnowsVariables).Select(layer => layer.Path)],
        };
    }

    private static IEnumerable<KeyValuePair<string, ImmutableArray<DimStatistics>>> DimsOf(
        NetLayer layer,
        TensorType? type
    ) => type is null ? [] : [new(layer.Path, [.. type.Axes.Select(Describe)])];

    private static DimStatistics Describe(Axis axis) =>
        new(
            axis.Name,
            axis.Kind switch
            {
                AxisKind.Batch => "batch",
                AxisKind.Spatial => "spatial",
                AxisKind.Feature => "feature",
                _ => "unspecified",
            },
            axis.Size
        );

    // Layers come after what they read.
    private static int DepthOf(NetStructure structure)
    {
        var depths = new Dictionary<NetLayer, int>();
        var deepest = 0;
        foreach (var layer in structure.Layers)
        {
            var depth = 1;
            foreach (var reference in layer.References)
            {
                if (!reference.IsPrevious && reference.Target.Source is { } read)
                {
                    depth = Math.Max(depth, depths.GetValueOrDefault(read) + 1);
                }
            }

            depths[layer] = depth;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }
}
