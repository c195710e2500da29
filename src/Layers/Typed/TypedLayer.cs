namespace NetDsl.Layers;

/// <summary>One call of a typed layer function: gathers the options that are given, then records the layer.</summary>
internal sealed class TypedLayer
{
    private readonly string layerClass;
    private readonly IReadOnlyList<Tensor> sources;
    private readonly List<KeyValuePair<string, OptionValue>> options = [];
    private bool makesVariables;
    private string scopeSuffix = "";

    private TypedLayer(string layerClass, IReadOnlyList<Tensor> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        foreach (var source in sources)
        {
            ArgumentNullException.ThrowIfNull(source, nameof(sources));
        }

        (this.layerClass, this.sources) = (layerClass, sources);
    }

    /// <summary>What works out the dims that come out: the one place where it is chosen.</summary>
    internal static ILayerInference Inference { get; } = new RecordingInference();

    /// <summary>A layer that reads nothing by <c>from</c>.</summary>
    internal static TypedLayer Of(string layerClass) => new(layerClass, []);

    /// <summary>A layer of one source.</summary>
    internal static TypedLayer Of(string layerClass, Tensor source) => new(layerClass, [source]);

    /// <summary>A layer of several sources.</summary>
    internal static TypedLayer Of(string layerClass, Sources sources) => new(layerClass, sources);

    /// <summary>A layer that reads each source along an axis of its own.</summary>
    internal static TypedLayer Of(string layerClass, IReadOnlyList<(Tensor Source, LayerAxis Axis)> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var layer = new TypedLayer(layerClass, [.. sources.Select(pair => pair.Source)]);
        var pairs = sources.Select(pair => OptionValue.List(pair.Source, pair.Axis.Value));
        return layer.Set("from", OptionValue.List([.. pairs]));
    }

    /// <summary>Refuses a call without an option that RETURNN demands.</summary>
    internal TypedLayer Needs(object? value, string parameter)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        return this;
    }

    internal TypedLayer Set(string option, OptionValue? value)
    {
        if (value is not null)
        {
            options.Add(new(option, value));
        }

        return this;
    }

    internal TypedLayer Set(string option, bool? value) => Set(option, value is { } given ? given : (OptionValue?)null);

    internal TypedLayer Set(string option, int? value) => Set(option, value is { } given ? given : (OptionValue?)null);

    internal TypedLayer Set(string option, double? value) =>
        Set(option, value is { } given ? given : (OptionValue?)null);

    internal TypedLayer Set(string option, string? value) => Set(option, value is null ? null : (OptionValue)value);

    internal TypedLayer Set(string option, Dim? value) => Set(option, value is null ? null : (OptionValue)value);

    internal TypedLayer Set(string option, Tensor? value) => Set(option, value is null ? null : (OptionValue)value);

    internal TypedLayer Set(string option, IReadOnlyList<int>? values) =>
        SetList(option, values, value => (OptionValue)value);

    internal TypedLayer Set(string option, IReadOnlyList<string>? values) =>
        SetList(option, values, value => (OptionValue)value);

    internal TypedLayer Set(string option, IReadOnlyList<Dim>? values) =>
        SetList(option, values, value => (OptionValue)value);

    internal TypedLayer Set(string option, IReadOnlyList<Tensor>? values) =>
        SetList(option, values, value => (OptionValue)value);

    internal TypedLayer Set(string option, IReadOnlyList<Extent>? values) =>
        SetList(option, values, value => value.Value);

    internal TypedLayer Set(string option, IReadOnlyList<PadWidth>? values) =>
        SetList(option, values, value => value.Value);

    /// <summary>A number where RETURNN takes one, else the name of the layer.</summary>
    internal TypedLayer SetNumberOrLayer(string option, Tensor? value) =>
        value is { Node: ConstantNode { Value: var number }, Dims.Count: 0 } ? Set(option, number) : Set(option, value);

    /// <summary>Whether the layer has variables, so that their names must follow the module path.</summary>
    internal TypedLayer WithVariables(bool has = true)
    {
        makesVariables |= has;
        return this;
    }

    /// <summary>What RETURNN puts between the layer's scope and its variables.</summary>
    internal TypedLayer WithScope(string suffix)
    {
        scopeSuffix = suffix;
        return this;
    }

    /// <summary>Records the layer.</summary>
    /// <param name="common">Options that are not of this class alone.</param>
    /// <param name="declared">What the model says of the output.</param>
    /// <param name="file">The user's file.</param>
    /// <param name="line">The user's line.</param>
    internal Tensor Record(LayerOptions? common, DeclaredOutput declared, string file, int line)
    {
        common?.AddTo(this);
        var dict = DictValue.Of(options);
        var output = declared.Over(Inference.Infer(layerClass, dict, sources, declared));
        var node = new LayerNode(layerClass, [.. sources], dict, output.Signature ?? Guess(), Layer.References(dict))
        {
            HasVariables = makesVariables,
            ScopeSuffix = scopeSuffix,
            Fault = FaultOf(output, layerClass),
        };
        var tensor = Layer.Record(node, new(file, line));
        Inference.Keep(node, output);
        return tensor;
    }

    /// <summary>Records a reference to a sub-layer.</summary>
    /// <param name="layer">The layer that has it.</param>
    /// <param name="name">The name after the slash.</param>
    /// <param name="declared">What the model says of it.</param>
    /// <param name="otherwise">What it is if neither the model nor the layer class says it.</param>
    /// <param name="file">The user's file.</param>
    /// <param name="line">The user's line.</param>
    internal static Tensor RecordPart(
        LayerNode layer,
        string name,
        DeclaredOutput declared,
        Signature? otherwise,
        string file,
        int line
    )
    {
        var output = declared.Over(Inference.InferPart(layer, name, declared));
        output = output is { Signature: null, Fault: null } ? output with { Signature = otherwise } : output;
        var signature = output.Signature ?? new(Shape.Scalar, DataType.Float32);
        var node = new LayerPartNode(layer, name, signature, FaultOf(output, $"{layer.Kind}/{name}"));
        var tensor = Layer.Record(node, new(file, line));
        Inference.Keep(node, output);
        return tensor;
    }

    private static Diagnostic? FaultOf(InferredOutput output, string layer) =>
        output switch
        {
            { Fault: { } fault } => new(fault.Code, Severity.Error, Printable.Text(fault.Message))
            {
                Suggestion = fault.Suggestion,
            },
            { Signature: null } => ShapeDiagnostics.UnknownOutput(layer),
            _ => null,
        };

    // What follows from dims that are not known is not checked.
    private Signature Guess() => sources.Count > 0 ? sources[0].Signature : new(Shape.Scalar, DataType.Float32);

    private TypedLayer SetList<T>(string option, IReadOnlyList<T>? values, Func<T, OptionValue> convert) =>
        values is null ? this : Set(option, OptionValue.List([.. values.Select(convert)]));
}
