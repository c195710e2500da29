using NetDsl.Layers;

namespace NetDsl.Emit;

/// <content>Layers by their class name: options as they are, with names for tensors, and axes as the format speaks of them.</content>
internal sealed partial class NetTranslator
{
    private LayerDraft RawLayer(LayerNode node, LayerScope scope)
    {
        var place = Place(node);
        var draft = new LayerDraft(node.LayerClass).Set("from", From(node, scope, place));
        foreach (var (key, value) in node.Options)
        {
            var option = ((StringValue)key).Value;
            switch (option, value)
            {
                case ("from", _):
                    break;
                // A rule has found out the scope: below the root.
                case ("name_scope", StringValue scopeName) when !node.HasVariables:
                    draft.Set(option, InScope(scopeName.Value, node, scope));
                    break;
                case (_, DimValue or SequenceValue) when MakesDims(node.LayerClass, option):
                    spelling.SetMadeDims(draft, option, value, place);
                    break;
                case ("out_dim", DimValue dim):
                    spelling.SetOutDim(draft, dim.Value);
                    break;
                // Of a state RETURNN may not know the dims yet when it asks for this one (contract 8).
                case ("in_dim", DimValue dim) when scope.IsStep && IsOwnFeature(node.Sources[0], dim.Value):
                    break;
                case ("in_dim", DimValue dim) when node.Sources.Length > 0:
                    spelling.SetInDim(draft, dim.Value, node.Sources[0], place);
                    break;
                // RETURNN makes a dim of the size for itself; in JSON there is no other way.
                case ("k_dim" or "out_spatial_dim", DimValue { Value.Size: not null } dim)
                    when node.LayerClass is "top_k" or "range":
                    spelling.SetNewDim(draft, option, dim.Value);
                    break;
                case ("dropout_axis", SequenceValue axes) when node.Sources.Length > 0:
                    draft.Set(option, spelling.DropoutAxes(axes, node.Sources[0], place));
                    break;
                case ("target", TensorValue target):
                    draft.Set(option, Target(target.Value, scope));
                    break;
                default:
                    var spelled = AxisOwner(node) is { } owner
                        ? Spelled(value, AxesOf(node.LayerClass, option), owner, place)
                        : value;
                    draft.Set(option, node.HasTensorsInOptions ? Resolved(spelled, scope) : spelled);
                    break;
            }
        }

        if (node.HasVariables)
        {
            AddVariables(draft, node, scope);
        }

        return draft;
    }

    // What the layer says itself stands before what its module says.
    private void AddVariables(LayerDraft draft, LayerNode node, LayerScope scope)
    {
        if (node.Options["name_scope"] is null)
        {
            draft.Set("name_scope", VariableScope(node, scope));
        }

        // RETURNN adds up the penalties of all layers, of those with the same variables as well (tf/network.py:1530).
        var isFirst = decayed.Add((node.Module, node.ScopeSuffix));
        foreach (var (key, value) in lowered.Graph.Modules.OptionsOf(node.Module).AddTo(DictValue.Empty))
        {
            var option = ((StringValue)key).Value;
            if (node.Options[option] is null && (isFirst || option != "L2"))
            {
                draft.Set(option, value);
            }
        }
    }

    // The tensor whose axes the options name.
    private static Tensor? AxisOwner(LayerNode node) =>
        node.Sources.Length > 0 ? node.Sources[0]
        : node.LayerClass == "search_sorted" ? (node.Options["sorted_sequence"] as TensorValue)?.Value
        : null;

    private void AddPart(LayerPartNode part)
    {
        spelling.CheckDims(part.Output.Dims, Place(part));
        var layer = lowered.Resolve(part.Inputs[0]);
        var whole = references[layer]!;
        references.Add(part.Output, new(whole.Home, $"{whole.Name}/{part.Name}"));
    }

    private static bool IsOwnFeature(Tensor source, Dim dim) =>
        ReferenceEquals(source.Sparse ?? source.Dims.Feature, dim);

    // Where each source has an axis of its own, the options say so.
    private OptionValue From(LayerNode node, LayerScope scope, LayerPlace place) =>
        node.Options["from"] is SequenceValue pairs
            ? OptionValue.List([.. pairs.Items.Select(pair => SourceAndAxis((SequenceValue)pair, scope, place))])
        : node.Sources.Length == 1 ? Reference(node.Sources[0], scope)
        : OptionValue.List([.. node.Sources.Select(source => (OptionValue)Reference(source, scope))]);

    private OptionValue SourceAndAxis(SequenceValue pair, LayerScope scope, LayerPlace place)
    {
        var source = ((TensorValue)pair.Items[0]).Value;
        return OptionValue.List(Reference(source, scope), Spelled(pair.Items[1], AxisPlaces.Items, source, place));
    }

    // RETURNN looks for a layer, then for a key of the data (contract 3.5); in branches there is no key.
    private string Target(Tensor target, LayerScope scope) =>
        lowered.Resolve(target).Node is InputNode input && scope.Parent is null && !hiddenInputs.Contains(input.Key)
            ? input.Key
            : $"layer:{Reference(target, scope)}";

    // Dims that come out of a layer without being its features.
    private static bool MakesDims(string layerClass, string option) =>
        option switch
        {
            "out_dim" => layerClass
                is "merge_dims"
                    or "concat"
                    or "slice"
                    or "resize"
                    or "repeat"
                    or "stft"
                    or "mel_filterbank",
            "in_spatial_dim" => layerClass == "masked_computation",
            "out_spatial_dim" => layerClass is "stack" or "range" or "slice_nd" or "masked_computation",
            "out_dims" => layerClass == "split",
            "dims" => layerClass == "split_dims",
            "dim" => layerClass == "expand_dims",
            "window_dim" => layerClass == "window",
            _ => false,
        };

    private static AxisPlaces AxesOf(string layerClass, string option) =>
        Catalog.Returnn.Layers.TryGetValue(layerClass, out var known)
        && Catalog.Returnn.TryGetOption(known, option, out var found)
            ? found.Axes
        : option == "axis" ? AxisPlaces.Items
        : AxisPlaces.None;

    private OptionValue Spelled(OptionValue value, AxisPlaces axes, Tensor source, LayerPlace place)
    {
        switch (value)
        {
            case DimValue { Mark: DimMark.None } dim when axes.HasFlag(AxisPlaces.Items):
                return spelling.Axis(dim.Value, source, place);
            case SequenceValue list when axes.HasFlag(AxisPlaces.Items):
                return list with { Items = [.. list.Items.Select(item => Spelled(item, axes, source, place))] };
            case DictValue dict when (axes & (AxisPlaces.Keys | AxisPlaces.Values)) != 0:
                return DictValue.OfValues(
                    dict.Select(entry =>
                        KeyValuePair.Create(Half(entry.Key, AxisPlaces.Keys), Half(entry.Value, AxisPlaces.Values))
                    )
                );
            default:
                return value;
        }

        OptionValue Half(OptionValue half, AxisPlaces names) =>
            axes.HasFlag(names) ? Spelled(half, AxisPlaces.Items, source, place) : half;
    }

    // Below the module's path, as the variables of modules are (contract 10); relative to the scope of the branch or loop around, which nest.
    // The calls of one module share its scope and so its variables; other layers have each their own (contract 10, AUTO_REUSE).
    private string VariableScope(LayerNode node, LayerScope scope)
    {
        var wanted = WantedName(node, root);
        var path = (node.NamedAsModule ? wanted : variableScopes.Take(wanted, suffix: "")).Replace('.', '/');
        var full = node.ScopeSuffix.Length == 0 ? path : $"{path}/{node.ScopeSuffix}";
        return InScope(full, node, scope);
    }

    private string InScope(string full, Node node, LayerScope scope)
    {
        if (scope.Parent is null)
        {
            return full;
        }

        if (scope.Variables is { } outer && LoopVariables.IsBelow(full, outer))
        {
            return full.Length == outer.Length ? "" : full[(outer.Length + 1)..];
        }

        // What is of no module is free to have its variables below those around it.
        if (LoopVariables.IsOfModule(node, lowered.Graph))
        {
            diagnostics.Add(TranslationDiagnostics.LostVariables(full, Place(node)));
        }

        return full;
    }

    /// <summary>Options with layer names in the place of tensors.</summary>
    private OptionValue Resolved(OptionValue value, LayerScope scope) =>
        value switch
        {
            TensorValue reference => Reference(reference.Value, scope),
            SequenceValue sequence => sequence with
            {
                Items = [.. sequence.Items.Select(item => Resolved(item, scope))],
            },
            DictValue dict => DictValue.OfValues(
                dict.Select(entry => KeyValuePair.Create(entry.Key, Resolved(entry.Value, scope)))
            ),
            _ => value,
        };
}
