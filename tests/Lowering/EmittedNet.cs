using NetDsl.Emit;

namespace NetDsl.Tests.Lowering;

/// <summary>What came out for a net: its layers, those inside of branches among them, and what the rules did.</summary>
internal sealed class EmittedNet
{
    private static readonly EmitOptions plain = new();

    // Steps that are joined would hide which blocks are left.
    private static readonly EmitOptions unjoined = new() { RulesOff = ["eval"] };

    private EmittedNet(Emission emission)
    {
        Emission = emission;
        Layers = [.. Flatten(emission.Config.Network)];
    }

    internal Emission Emission { get; }

    internal DictValue Network => Emission.Config.Network;

    internal IReadOnlyList<DictValue> Layers { get; }

    internal IReadOnlyList<LoweringEntry> Entries => Emission.Lowering.Entries;

    /// <summary>What the rules make of a net, but for steps that are joined.</summary>
    internal static EmittedNet Of(Net net, EmitOptions? options = null) =>
        new(ConfigEmitter.Emit(net, options ?? unjoined));

    /// <summary>What is emitted without any option.</summary>
    internal static EmittedNet Whole(Net net) => Of(net, plain);

    /// <summary>The primitive form.</summary>
    internal static EmittedNet FromBlocks(Net net) => Of(net, plain with { Lower = false });

    internal IReadOnlyList<DictValue> OfClass(string layerClass) =>
        [.. Layers.Where(layer => ClassOf(layer) == layerClass)];

    internal int Count(string layerClass) => OfClass(layerClass).Count;

    /// <summary>The size of the feature dim of what a layer reads from the outermost net.</summary>
    internal int FeaturesOf(OptionValue source)
    {
        var name = ((StringValue)source).Value.Replace("base:", "", StringComparison.Ordinal);
        var dims = name.StartsWith("data:", StringComparison.Ordinal)
            ? ((DictValue)((DictValue)Emission.Config["extern_data"]!)[name["data:".Length..]]!)["dim_tags"]
            : ((DictValue)Network[name]!)["out_shape"];
        return ((SequenceValue)dims!)
            .Items.Select(item => ((DimValue)item).Value)
            .Last(dim => dim.Kind == DimKind.Feature)
            .Size!.Value;
    }

    /// <summary>How many updates are run after the step.</summary>
    internal int RunHooks =>
        OfClass("eval")
            .Count(layer =>
                ((StringValue)layer["eval"]!).Value.Contains(
                    "register_post_control_dependencies",
                    StringComparison.Ordinal
                )
            );

    internal static string ClassOf(DictValue layer) => ((StringValue)layer["class"]!).Value;

    /// <summary>The nets of a layer's branches.</summary>
    internal static IEnumerable<DictValue> BranchesOf(DictValue layer)
    {
        foreach (var key in (IReadOnlyList<string>)["true_layer", "false_layer"])
        {
            if (layer[key] is DictValue branch)
            {
                yield return (DictValue)branch["subnetwork"]!;
            }
        }
    }

    private static IEnumerable<DictValue> Flatten(DictValue net)
    {
        foreach (var (_, value) in net)
        {
            var layer = (DictValue)value;
            yield return layer;
            foreach (var inner in BranchesOf(layer).SelectMany(Flatten))
            {
                yield return inner;
            }
        }
    }
}
