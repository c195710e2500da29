using System.Collections.Immutable;

namespace NetDsl;

/// <summary>
/// A layer of RETURNN by its class name, with options and dims as given: the escape hatch, and what modules without
/// a primitive form record.
/// </summary>
internal sealed class LayerNode(
    string layerClass,
    ImmutableArray<Tensor> sources,
    DictValue options,
    Signature signature,
    ImmutableArray<Tensor> optionTensors
) : Node(optionTensors.IsEmpty ? sources : [.. sources, .. optionTensors])
{
    internal string LayerClass { get; } = layerClass;

    /// <summary>What <c>from</c> lists.</summary>
    internal ImmutableArray<Tensor> Sources { get; } = sources;

    /// <summary>Whether there are tensors among its options.</summary>
    internal bool HasTensorsInOptions => Inputs.Length > Sources.Length;

    /// <summary>All options but <c>class</c>, <c>from</c> and the output dims.</summary>
    internal DictValue Options { get; } = options;

    /// <summary>What follows the layer's path in the scope of its own variables; see contract 8 for <c>rec</c>.</summary>
    internal string ScopeSuffix { get; init; } = "";

    /// <summary>Whether the layer makes variables, so that their scope must follow the module path.</summary>
    internal bool HasVariables { get; init; } = true;

    /// <summary>Whether RETURNN can verify the dims; it cannot while axes are packed into the batch (contract 0.2).</summary>
    internal bool ShapeIsVerifiable { get; init; } = true;

    /// <summary>Whether the layer stands for its module and takes its name.</summary>
    internal bool NamedAsModule { get; init; }

    /// <summary>Whether it keeps a state from one step of the loop around it for the next.</summary>
    internal bool KeepsState { get; init; }

    /// <summary>What is wrong with it beyond its options; null if nothing is known to be.</summary>
    internal Diagnostic? Fault { get; init; }

    /// <summary>Whether its options say that it is an output layer.</summary>
    internal bool IsOutputLayer => Options["is_output_layer"] is not null;

    /// <summary>Whether its options say which loss it has.</summary>
    internal bool HasLoss => IsGiven(Options["loss"]);

    /// <summary>Whether RETURNN builds it although nothing reads it (contract 3.3).</summary>
    internal bool IsRoot =>
        HasLoss || IsGiven(Options["is_output_layer"]) || IsGiven(Options["register_as_extern_data"]);

    /// <summary>The word for what it does, where the class says less: <c>clip</c> of an <c>eval</c>.</summary>
    internal string? Title { get; init; }

    internal override string Kind => Title ?? LayerClass;

    /// <summary>The same layer as another class with other options, in the place of a node.</summary>
    internal LayerNode As(string layerClass, DictValue options, Node place)
    {
        var layer = new LayerNode(layerClass, Sources, options, Output.Signature, OptionTensors)
        {
            ScopeSuffix = ScopeSuffix,
            HasVariables = HasVariables,
            ShapeIsVerifiable = ShapeIsVerifiable,
            NamedAsModule = NamedAsModule,
            KeepsState = KeepsState,
        };
        layer.TakePlaceOf(place, Module);
        return layer;
    }

    /// <summary>The same layer, reading another tensor.</summary>
    internal LayerNode Reading(Tensor source, DictValue options) => Reading([source], options);

    /// <summary>The same layer, reading several tensors as if they were concatenated.</summary>
    internal LayerNode Reading(ImmutableArray<Tensor> sources, DictValue options)
    {
        var layer = new LayerNode(LayerClass, sources, options, Output.Signature, OptionTensors)
        {
            ScopeSuffix = ScopeSuffix,
            HasVariables = HasVariables,
            ShapeIsVerifiable = ShapeIsVerifiable,
            NamedAsModule = NamedAsModule,
            KeepsState = KeepsState,
        };
        layer.TakePlaceOf(this);
        return layer;
    }

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        if (UpdateDiagnostics.FindAssignInLoop(Options) is { } path)
        {
            faults.Add(UpdateDiagnostics.AssignInLoop(path));
        }

        if (Fault is not null)
        {
            faults.Add(Fault);
        }

        return [signature];
    }

    private ImmutableArray<Tensor> OptionTensors => HasTensorsInOptions ? Inputs[Sources.Length..] : [];

    private static bool IsGiven(OptionValue? option) => option is not (null or NoneValue or BoolValue { Value: false });
}
