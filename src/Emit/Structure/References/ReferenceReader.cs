using System.Text.RegularExpressions;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Finds what in a layer's dict refers to something else, in the order in which RETURNN asks for it, and what it stands for.</summary>
internal sealed partial class ReferenceReader(NetSource source, NetDeclarations declarations)
{
    private const string LayerPrefix = "layer:";

    // Read by rules of their own, not by the types of the catalog.
    private static readonly HashSet<string> special = new(StringComparer.Ordinal)
    {
        "from",
        "reuse_params",
        "target",
        "target_",
        "loss_",
        "loss_opts",
        "loss_opts_",
        "initial_output",
        "state",
        "true_layer",
        "false_layer",
    };

    // Documented as dicts, which the types of the catalog do not look into.
    private static readonly HashSet<string> dicts = new(StringComparer.Ordinal)
    {
        "declare_same_sizes_as",
        "extra",
        "explicit_search_source",
        "explicit_search_sources",
    };

    private static readonly HashSet<string> initialOutputs = new(StringComparer.Ordinal)
    {
        "zeros",
        "ones",
        "var",
        "keep_over_epoch",
        "keep_over_epoch_no_init",
        "apply(0)",
    };

    private static readonly HashSet<string> initialStates = new(StringComparer.Ordinal)
    {
        "zeros",
        "ones",
        "var",
        "keep_over_epoch",
        "keep_over_epoch_no_init",
        "placeholder",
    };

    private readonly ReferenceResolver resolver = new(source, declarations);

    /// <summary>Sets the references of all layers.</summary>
    internal void ReadAll()
    {
        foreach (var layer in declarations.Layers)
        {
            layer.References = Read(layer);
        }
    }

    private NetReference[] Read(NetLayer layer)
    {
        var references = new ReferenceList(resolver, layer);
        if (layer.IsCode)
        {
            return [.. references.Items];
        }

        AddSources(references, layer);
        AddReused(references, layer.Options["reuse_params"]);
        AddTarget(references, layer);
        AddInitialOutput(references, layer.Options["initial_output"]);
        AddLossOptions(references, layer.Options, "loss", "loss_opts");
        references.AddNested("state", layer.Options["state"], null);
        AddOwn(references, layer);
        return [.. references.Items];
    }

    private void AddSources(ReferenceList references, NetLayer layer)
    {
        // With masked_from a masked computation leaves its own sources alone (contract 8).
        var isLazy = layer.ClassName == "subnetwork" || layer.Options.IsOn("masked_from");
        var need = isLazy ? ReferenceNeed.WhenRead : ReferenceNeed.Before;
        switch (layer.Options["from"])
        {
            case null:
                if (DefaultSource(layer) is { } name)
                {
                    references.Add("from", 0, name, need, isImplicit: true);
                }

                break;
            case SequenceValue sequence:
                for (var i = 0; i < sequence.Items.Length; i++)
                {
                    // The class concat takes pairs of layer and axis.
                    var item = sequence.Items[i];
                    AddSource(references, i, item is SequenceValue { Items: [var first, ..] } ? first : item, need);
                }

                break;
            case { } one:
                AddSource(references, 0, one, need);
                break;
        }
    }

    private static void AddSource(ReferenceList references, int index, OptionValue value, ReferenceNeed need)
    {
        if (value is not StringValue { Value: "none" })
        {
            references.Add("from", index, value, need);
        }
    }

    private string? DefaultSource(NetLayer layer) =>
        layer.ClassName switch
        {
            "subnetwork" => "data",
            "positional_encoding" => layer.Scope.IsInLoop ? ":i" : "data",
            var name => source.BehaviorVersion < 1
            && Catalog.Returnn.Layers.TryGetValue(name, out var known)
            && known.NeedsFrom
                ? "data"
                : null,
        };

    private static void AddReused(ReferenceList references, OptionValue? value)
    {
        if (value is not DictValue reused)
        {
            references.Add("reuse_params", 0, value, ReferenceNeed.Parameters);
            return;
        }

        references.Add("reuse_params/reuse_layer", 0, reused["reuse_layer"], ReferenceNeed.Parameters);
        if (reused["map"] is not DictValue map)
        {
            return;
        }

        foreach (var (key, item) in map)
        {
            var option = $"reuse_params/map/{(key as StringValue)?.Value}";
            if (item is DictValue one)
            {
                references.Add($"{option}/reuse_layer", 0, one["reuse_layer"], ReferenceNeed.Parameters);
                references.Add($"{option}/layer_output", 0, one["layer_output"], ReferenceNeed.Before);
            }
            else
            {
                references.Add(option, 0, item, ReferenceNeed.Parameters);
            }
        }
    }

    private void AddTarget(ReferenceList references, NetLayer layer)
    {
        switch (layer.Options["target"])
        {
            case null:
                if (NeedsTarget(layer.Options["loss"]) && source.DefaultTarget is { } target)
                {
                    AddTarget(references, 0, target, isImplicit: true);
                }

                break;
            case StringValue one:
                AddTarget(references, 0, one.Value, isImplicit: false);
                break;
            case SequenceValue several:
                for (var i = 0; i < several.Items.Length; i++)
                {
                    if (several.Items[i] is StringValue item)
                    {
                        AddTarget(references, i, item.Value, isImplicit: false);
                    }
                }

                break;
            case CodeValue code:
                references.Add("target", 0, code, ReferenceNeed.Before);
                break;
        }
    }

    // A layer, or else an input (contract 3.5).
    private static void AddTarget(ReferenceList references, int index, string target, bool isImplicit)
    {
        if (target.StartsWith(LayerPrefix, StringComparison.Ordinal))
        {
            references.Add("target", index, target, target[LayerPrefix.Length..], isImplicit);
        }
        else if (references.Resolve(target) is UnresolvedTarget)
        {
            references.Add("target", index, target, $"data:{target}", isImplicit);
        }
        else
        {
            references.Add("target", index, target, target, isImplicit);
        }
    }

    private static bool NeedsTarget(OptionValue? loss) =>
        loss is StringValue { Value: var name }
        && Catalog.Returnn.Losses.TryGetValue(name, out var known)
        && known.NeedsTarget;

    private static void AddInitialOutput(ReferenceList references, OptionValue? value)
    {
        if (value is StringValue { Value: var name } && !initialOutputs.Contains(name))
        {
            references.Add("initial_output", 0, value, ReferenceNeed.Before);
        }
    }

    private static void AddLossOptions(ReferenceList references, DictValue layer, string loss, string options)
    {
        if (
            layer[options] is not DictValue given
            || layer[loss] is not StringValue { Value: var name }
            || !Catalog.Returnn.Losses.TryGetValue(name, out var known)
        )
        {
            return;
        }

        foreach (var (key, value) in given)
        {
            if (key is StringValue option && known.Options.TryGet(option.Value, out var type) && IsLayer(type.Type))
            {
                references.Add($"{options}/{option.Value}", 0, value, ReferenceNeed.Before);
            }
        }
    }

    private void AddOwn(ReferenceList references, NetLayer layer)
    {
        if (!Catalog.Returnn.Layers.TryGetValue(layer.ClassName, out var known))
        {
            return;
        }

        foreach (var (key, value) in layer.Options)
        {
            if (key is not StringValue { Value: var name } || special.Contains(name) || layer.InnerOf(name) is not null)
            {
                continue;
            }

            if (dicts.Contains(name))
            {
                references.AddNested(name, value, null);
            }
            else if (known.Options.TryGet(name, out var option) && IsLayer(option.Type))
            {
                references.AddNested(name, value, name == "initial_state" ? initialStates : null);
            }
        }

        AddOfClass(references, layer);
    }

    private void AddOfClass(ReferenceList references, NetLayer layer)
    {
        var options = layer.Options;
        switch (layer.ClassName)
        {
            case "loss":
                AddTargetOfLossLayer(references, options);
                AddLossOptions(references, options, "loss_", "loss_opts_");
                break;
            case "split_batch_time" when options["base"] is null:
                references.Add("base", 0, "data", ReferenceNeed.Before, isImplicit: true);
                break;
            case "rec_last_output"
                when options["rec_layer"] is StringValue rec
                    && options["sub_layer_name"] is StringValue sub
                    && references.Resolve(rec.Value) is LayerTarget { Layer.ClassName: "rec" }:
                references.Add("sub_layer_name", 0, sub.Value, $"{rec.Value}/{sub.Value}", isImplicit: false);
                break;
            case "rec" when options["max_seq_len"] is StringValue length:
                AddLengths(references, length.Value);
                break;
        }
    }

    private void AddTargetOfLossLayer(ReferenceList references, DictValue options)
    {
        var name =
            options["target_"] is { } given ? (given as StringValue)?.Value
            : NeedsTarget(options["loss_"]) ? source.DefaultTarget
            : null;
        if (name is { Length: > 0 })
        {
            var isLayer = name.StartsWith(LayerPrefix, StringComparison.Ordinal);
            var target = isLayer ? name[LayerPrefix.Length..] : $"data:{name}";
            references.Add("target_", 0, name, target, isImplicit: options["target_"] is null);
        }
    }

    // Old configs count base: from inside the loop; RETURNN tries that if there is no such layer (contract 8).
    private static void AddLengths(ReferenceList references, string code)
    {
        foreach (var (index, match) in Lengths().Matches(code).Index())
        {
            var name = match.Groups[2].Value;
            var isOld =
                name.StartsWith("base:", StringComparison.Ordinal) && references.Resolve(name) is UnresolvedTarget;
            references.Add("max_seq_len", index, name, isOld ? name["base:".Length..] : name, isImplicit: false);
        }
    }

    private static bool IsLayer(OptionType type) =>
        type.Kinds.HasFlag(ValueKinds.Layer) || type.Items?.Kinds.HasFlag(ValueKinds.Layer) == true;

    [GeneratedRegex(@"\bmax_len_from\(\s*(['""])(.*?)\1\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Lengths();
}
