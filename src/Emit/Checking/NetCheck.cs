using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>The layers of a net and of the nets inside them.</summary>
internal sealed class NetCheck(
    Catalog catalog,
    OptionCheck options,
    TensorCheck tensors,
    int behaviorVersion,
    List<Diagnostic> diagnostics
)
{
    // Deeper than Python reads; the writer says so.
    private const int Deepest = 100;

    // The class concat takes pairs of layer and axis.
    private static readonly LayerOption from = new(
        "from",
        new(ValueKinds.Layer | ValueKinds.Sequence, new(ValueKinds.Layer | ValueKinds.Sequence))
    );

    private readonly LossCheck losses = new(catalog, options, diagnostics);

    /// <summary>Checks the root net.</summary>
    internal void CheckRoot(DictValue net, CheckPlace place) => CheckNet(net, "", place, 0);

    private void CheckNet(DictValue net, string path, CheckPlace place, int depth)
    {
        if (depth > Deepest)
        {
            return;
        }

        foreach (var (key, value) in net)
        {
            // Keys that start with # are for the engine, not layers (contract 1.4).
            if (key is StringValue { Value: var name } && !name.StartsWith('#'))
            {
                var layerPlace = place.AtLayer(path + name, name);
                if (value is DictValue layer)
                {
                    CheckLayer(layer, layerPlace, depth, needsFrom: true);
                }
                else if (value is not CodeValue)
                {
                    diagnostics.Add(SchemaDiagnostics.NoDict(layerPlace, value));
                }
            }
        }
    }

    private void CheckLayer(DictValue layer, CheckPlace place, int depth, bool needsFrom)
    {
        var given = layer["class"];
        if (given is not StringValue { Value: var className })
        {
            CheckMissingClass(layer, given, place);
        }
        else if (!catalog.Layers.TryGetValue(className, out var layerClass))
        {
            var meant = catalog.Nearest(className, catalog.Layers.Keys);
            diagnostics.Add(SchemaDiagnostics.UnknownLayerClass(place, className, meant));
        }
        else
        {
            var meant = CheckOptions(layer, layerClass, place);
            losses.Check(layer, place);
            CheckMissing(layer, layerClass, place, meant, needsFrom);
        }

        CheckInner(layer, place, depth);
    }

    private void CheckMissingClass(DictValue layer, OptionValue? given, CheckPlace place)
    {
        if (given is null)
        {
            var near = Names(layer).FirstOrDefault(name => catalog.Nearest(name, ["class"], 2) is not null);
            diagnostics.Add(SchemaDiagnostics.NoClass(place, near));
        }
        else if (given is not CodeValue)
        {
            options.CheckValue(new("class", new(ValueKinds.Text)), given, place);
        }
    }

    /// <summary>Checks what is given. Returns what misspelt options were meant to be: those do not lack besides.</summary>
    private List<string>? CheckOptions(DictValue layer, LayerClass layerClass, CheckPlace place)
    {
        List<string>? meant = null;
        foreach (var (key, value) in layer)
        {
            if (key is not StringValue { Value: var name } || name == "class")
            {
                continue;
            }

            if (name == from.Name)
            {
                CheckSources(layerClass, value, place);
            }
            else if (Catalog.ReservedOptions.Contains(name))
            {
                diagnostics.Add(SchemaDiagnostics.Reserved(place, name));
            }
            else if (!catalog.TryGetOption(layerClass, name, out var option))
            {
                var near = NearestOption(name, layer, layerClass);
                diagnostics.Add(SchemaDiagnostics.UnknownOption(place, name, layerClass.Name, near));
                (meant ??= []).Add(near ?? "");
            }
            else
            {
                CheckOption(option, value, place);
            }
        }

        return meant;
    }

    private void CheckSources(LayerClass layerClass, OptionValue value, CheckPlace place)
    {
        options.CheckValue(from, value, place);
        if (layerClass.Name == "concat" && value is SequenceValue sources)
        {
            foreach (var source in sources.Items)
            {
                if (source is SequenceValue { Items: [_, var axis] })
                {
                    options.CheckAxis(from.Name, axis, place);
                }
            }
        }
    }

    private void CheckOption(LayerOption option, OptionValue value, CheckPlace place)
    {
        options.CheckValue(option, value, place);
        if (option.Name == "out_type" && value is DictValue type)
        {
            tensors.CheckType(type, place.At(option.Name));
        }
    }

    // What is given already was hardly meant a second time.
    private string? NearestOption(string name, DictValue layer, LayerClass layerClass) =>
        catalog.Nearest(
            name,
            layerClass.Options.Names.Append(from.Name).Concat(catalog.CommonOptions.Names).Where(n => layer[n] is null)
        );

    private void CheckMissing(
        DictValue layer,
        LayerClass layerClass,
        CheckPlace place,
        List<string>? meant,
        bool needsFrom
    )
    {
        foreach (var option in layerClass.Options.Required)
        {
            if (
                behaviorVersion >= option.RequiredFrom
                && layer[option.Name] is null
                && (option.Unless is null || layer[option.Unless] is null)
                && meant?.Contains(option.Name) is not true
            )
            {
                diagnostics.Add(SchemaDiagnostics.Missing(place, option, layerClass.Name));
            }
        }

        // Contract 3.2: before version 1 it is the default input.
        if (
            needsFrom
            && layerClass.NeedsFrom
            && behaviorVersion >= 1
            && layer[from.Name] is null
            && meant?.Contains(from.Name) is not true
        )
        {
            diagnostics.Add(SchemaDiagnostics.NoFrom(place));
        }
    }

    private void CheckInner(DictValue layer, CheckPlace place, int depth)
    {
        foreach (var (key, value) in layer)
        {
            if (key is not StringValue { Value: var option } || value is not DictValue inner)
            {
                continue;
            }

            if (NetShape.IsNet(option, inner))
            {
                CheckNet(inner, place.Layer + "/", place.At(option), depth + 1);
            }
            else if (
                depth < Deepest
                && (NetShape.IsInnerLayer(option, inner) || option is "true_layer" or "false_layer")
            )
            {
                // A masked computation hands its own input on.
                var inside = place.AtLayer($"{place.Layer}/{option}", option);
                CheckLayer(inner, inside, depth + 1, needsFrom: option != "unit");
            }
        }
    }

    private static IEnumerable<string> Names(DictValue dict) =>
        dict.Select(entry => entry.Key).OfType<StringValue>().Select(name => name.Value);
}
