using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>
/// One layer while its shape is inferred: its options, its sources, and what it answers. An option that is code makes the call opaque
/// as soon as it is asked for: then nothing is known of the output.
/// </summary>
internal sealed class LayerCall
{
    private readonly ILayerSurroundings surroundings;
    private readonly DictValue options;
    private List<LayerVariable>? variables;
    private Dictionary<string, TensorType>? outputs;

    /// <param name="name">The layer's name, which new axes are named after.</param>
    /// <param name="layerClass">Its class; aliases are resolved.</param>
    /// <param name="options">The layer dict.</param>
    /// <param name="sources">What <c>from</c> lists, in order; null for what is not known.</param>
    /// <param name="surroundings">The net around it.</param>
    /// <param name="mayDraft">Whether sources that are not known yet are left out, as RETURNN does where a loop closes.</param>
    internal LayerCall(
        string name,
        string layerClass,
        DictValue options,
        ImmutableArray<TensorType?> sources,
        ILayerSurroundings surroundings,
        bool mayDraft = false
    )
    {
        Name = name;
        LayerClass = layerClass;
        this.options = options;
        this.surroundings = surroundings;
        var isComplete = !sources.Contains(null);
        IsDraft = mayDraft && !isComplete;
        IsOpaque = !mayDraft && !isComplete;
        Sources = isComplete ? sources.As<TensorType>() : [.. sources.OfType<TensorType>()];
    }

    internal string Name { get; }

    /// <summary>The layer's name below the root net, as <c>encoder/rec/layer</c>.</summary>
    internal string Path => surroundings.NetPath + Name;

    internal string LayerClass { get; }

    /// <summary>The sources that are known; all of them, unless the call is opaque or a draft.</summary>
    internal ImmutableArray<TensorType> Sources { get; }

    /// <summary>Whether something that the output depends on cannot be known.</summary>
    internal bool IsOpaque { get; private set; }

    /// <summary>Whether something is left out that is not known yet, because it is in a loop that closes here.</summary>
    internal bool IsDraft { get; private set; }

    /// <summary>Why RETURNN refuses the layer; the first reason.</summary>
    internal ShapeFault? Fault { get; private set; }

    /// <summary>What the layer declares to be before it is computed, if that may differ: RETURNN checks this against its options.</summary>
    internal TensorType? Template { get; set; }

    /// <summary>What variables the layer makes.</summary>
    internal IReadOnlyList<LayerVariable> Variables => variables ?? [];

    /// <summary>The outputs beside the main one, such as <c>indices</c>.</summary>
    internal IReadOnlyDictionary<string, TensorType> Outputs =>
        (IReadOnlyDictionary<string, TensorType>?)outputs ?? ImmutableDictionary<string, TensorType>.Empty;

    /// <summary>Whether <see cref="Variables"/> is complete.</summary>
    internal bool AreVariablesKnown { get; private set; } = true;

    internal AxisSpace Space => surroundings.Space;

    internal int BehaviorVersion => surroundings.BehaviorVersion;

    internal bool IsInLoop => surroundings.IsInLoop;

    internal Axis? LoopAxis => surroundings.LoopAxis;

    /// <summary>Refuses the layer. Answers null, so that it can be returned.</summary>
    internal TensorType? Fail(ShapeFault fault)
    {
        Fault ??= fault;
        return null;
    }

    /// <summary>Takes what is known for something that is not known yet, in a loop; null elsewhere, and then nothing is known of the output.</summary>
    internal TensorType? Instead(TensorType? known)
    {
        IsDraft = IsInLoop && known is not null;
        return IsDraft ? known : Unknown();
    }

    /// <summary>Says that the output cannot be known. Answers null, so that it can be returned.</summary>
    internal TensorType? Unknown()
    {
        IsOpaque = true;
        return null;
    }

    /// <summary>Adds a variable; one of unknown size makes the call opaque.</summary>
    internal void Variable(string name, ReadOnlySpan<int?> shape, bool isTrainable = true)
    {
        var sizes = ImmutableArray.CreateBuilder<int>(shape.Length);
        foreach (var size in shape)
        {
            if (size is not { } known)
            {
                IsOpaque = true;
                return;
            }

            sizes.Add(known);
        }

        (variables ??= []).Add(new(name, sizes.MoveToImmutable(), isTrainable));
    }

    /// <summary>Says that the layer makes variables that cannot be known, while its output can.</summary>
    internal void UnknownVariables() => AreVariablesKnown = false;

    /// <summary>Adds an output beside the main one.</summary>
    internal void Output(string name, TensorType? type)
    {
        if (type is not null)
        {
            (outputs ??= [])[name] = type;
        }
    }

    /// <summary>Whether an option is given; <c>None</c> counts as not given.</summary>
    internal bool Has(string option) => Option(option) is not null;

    /// <summary>Whether an option is there, be it as <c>None</c>.</summary>
    internal bool IsGiven(string option) => options[option] is not null;

    /// <summary>The value of an option, or null if it is not given or <c>None</c>.</summary>
    internal OptionValue? Option(string option)
    {
        var value = options[option];
        if (value is CodeValue)
        {
            IsOpaque = true;
        }

        return value is NoneValue ? null : value;
    }

    internal string? Text(string option) => (Option(option) as StringValue)?.Value;

    internal int? Integer(string option) => IntegerOf(Option(option));

    internal double? Real(string option) =>
        Option(option) switch
        {
            RealValue number => number.Value,
            IntegerValue number => number.Value,
            _ => null,
        };

    /// <summary>A number that the dims do not depend on: one that is code is not known, and that does not matter.</summary>
    internal double? Constant(string option) => options[option] is CodeValue ? null : Real(option);

    /// <summary>Whether an option is code.</summary>
    internal bool IsCode(string option) => options[option] is CodeValue;

    /// <summary>A switch, read as Python does: anything but zero and empty is true.</summary>
    internal bool Flag(string option, bool otherwise = false) =>
        options[option] is null ? otherwise : IsTrue(Option(option));

    /// <summary>A switch for which <c>None</c> stands for RETURNN's own choice.</summary>
    internal bool IsOn(string option, bool otherwise) => Has(option) ? IsTrue(Option(option)) : otherwise;

    /// <summary>A dim given as an option.</summary>
    internal Axis? Axis(string option) => Option(option) is DimValue dim ? Space.Of(dim.Value) : null;

    /// <summary>The items of a list; a value that is none stands for a list of one; empty if it is not given.</summary>
    internal ImmutableArray<OptionValue> List(string option) =>
        Option(option) switch
        {
            null => [],
            SequenceValue sequence => Opaque(sequence.Items),
            var one => [one],
        };

    /// <summary>The whole numbers of a list; a single one stands for itself.</summary>
    internal ImmutableArray<int> Integers(string option) => [.. List(option).Select(item => IntegerOf(item) ?? 0)];

    /// <summary>The output of the layer that an option names.</summary>
    internal TensorType? Layer(string option, int index = 0) => surroundings.Layer(option, index);

    internal int CountOf(string option) => surroundings.CountOf(option);

    /// <summary>Whether the layer has a target: its own, or that of its loss.</summary>
    internal bool HasTarget => TargetKey("target") is not null;

    /// <summary>What the target stands for; null if there is none or it is not known.</summary>
    /// <param name="option">The option that names it.</param>
    internal TensorType? Target(string option = "target") =>
        TargetKey(option) is { } key ? surroundings.Target(key) : null;

    /// <summary>The features that the target asks for if the layer declares none; for ctc one more, the blank (contract 3.5).</summary>
    internal Axis? TargetFeature
    {
        get
        {
            if (IsGiven("n_out") || IsGiven("out_dim") || Target()?.FeatureOrSparse is not { } feature)
            {
                return null;
            }

            return Text("loss") == "ctc" ? AxisMath.Add(feature, 1) : feature;
        }
    }

    /// <summary>An input as the layer's net sees it; the default one if no key is given.</summary>
    internal TensorType? Extern(string? key = null) => surroundings.Extern(key ?? surroundings.DefaultInput);

    // A loss brings a target, but for those that compare with nothing (contract 9).
    private string? TargetKey(string option) =>
        List(option) is [StringValue key, ..] ? key.Value
        : option != "target" || IsGiven(option) ? null
        : Text("loss") is null or "sprint" or "fast_bw" or "via_layer" or "as_is" or "search_score" ? null
        : surroundings.DefaultTarget;

    internal TensorType? Inner(string option, string? layer = "output") => surroundings.Inner(option, layer);

    internal bool IsStacked(string option, string layer) => surroundings.IsStacked(option, layer);

    internal TensorType? Inside(string option) => surroundings.Inside(option);

    /// <summary>A feature axis that this layer makes: <c>name:what</c>.</summary>
    internal Axis NewFeature(string what, int? size) => Space.MadeFeature($"{Name}:{what}", size);

    /// <summary>A spatial axis that this layer makes.</summary>
    internal Axis NewSpatial(string name, int? size) => Space.Made(name, AxisKind.Spatial, size);

    internal static bool IsTrue(OptionValue? value) =>
        value switch
        {
            null or NoneValue or BoolValue { Value: false } or IntegerValue { Value: 0 } or RealValue { Value: 0 } =>
                false,
            StringValue { Value: "" } or SequenceValue { Items: [] } or DictValue { Count: 0 } => false,
            _ => true,
        };

    internal static int? IntegerOf(OptionValue? value) =>
        value switch
        {
            IntegerValue { Value: >= int.MinValue and <= int.MaxValue and var number } => (int)number,
            BoolValue flag => flag.Value ? 1 : 0,
            DimValue { Value.Size: { } size } => size,
            _ => null,
        };

    private ImmutableArray<OptionValue> Opaque(ImmutableArray<OptionValue> items)
    {
        foreach (var item in items)
        {
            IsOpaque |= item is CodeValue;
        }

        return items;
    }
}
