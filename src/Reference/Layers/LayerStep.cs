using System.Collections.Immutable;
using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>One layer while it is computed: its sources, options and variables, and what it answers.</summary>
internal sealed class LayerStep
{
    internal LayerStep(
        StepState state,
        ILayerRunner runner,
        NetLayer layer,
        LayerCall call,
        TensorType type,
        ImmutableArray<Datum> sources
    )
    {
        State = state;
        Runner = runner;
        Layer = layer;
        Call = call;
        Type = type;
        Sources = sources;
    }

    internal StepState State { get; }

    /// <summary>Computes layers inside of this one.</summary>
    internal ILayerRunner Runner { get; }

    internal NetLayer Layer { get; }

    /// <summary>The layer as its shape is inferred: it finds axes.</summary>
    internal LayerCall Call { get; }

    /// <summary>What the output is inferred to be.</summary>
    internal TensorType Type { get; }

    internal ImmutableArray<Datum> Sources { get; }

    internal bool IsTraining => State.Mode.IsTraining;

    internal SequenceLengths Lengths => State.Lengths;

    /// <summary>Says why the layer cannot be computed. Answers null, so that it can be returned.</summary>
    internal Value? Fail(Diagnostic diagnostic)
    {
        State.Diagnostics.Add(diagnostic);
        return null;
    }

    /// <summary>Refuses the value of an option.</summary>
    internal Value? Refuse(string option) => Fail(InterpreterDiagnostics.UnknownOption(Layer, option));

    /// <summary>The layer that an option names; null if there is none, and the step then says so unless it may be.</summary>
    internal Datum? Other(string option, int index = 0)
    {
        var reference = Layer.References.FirstOrDefault(item => item.Option == option && item.Index == index);
        var found = reference is null ? null : State.Lookup.Find(reference);
        if (reference is not null && found is null)
        {
            Fail(InterpreterDiagnostics.NoValue(Layer, reference.Text));
        }

        return found;
    }

    /// <summary>The value of a variable; null if nobody gave one, and the step then says so.</summary>
    internal Value? Parameter(string name)
    {
        var value = State.Bindings.Find(Layer, name);
        if (value is null)
        {
            Fail(InterpreterDiagnostics.NoValue(Layer, ParameterLookup.NameOf(Layer, name)));
        }

        return value is null ? null : ParameterNoise.Apply(State, Layer, name, value);
    }

    /// <summary>The sources as one, with the layer's dropout; null if the step fails.</summary>
    internal Datum? Input()
    {
        if (ConcatSources.Input(Call, Call.Axis("in_dim")) is not { } type)
        {
            Fail(InterpreterDiagnostics.UnknownDims(Layer));
            return null;
        }

        var input = SourceConcatenation.Of(State, Call, Sources, type);
        if (input is null)
        {
            Fail(InterpreterDiagnostics.UnknownDims(Layer));
            return null;
        }

        return Dropout.Apply(this, input);
    }

    /// <summary>Numbers in the axes of another tensor, with size one where they do not have them; null if the step fails.</summary>
    internal Value? Aligned(Datum datum, TensorType target)
    {
        var value = Alignment.Of(Call, datum, target);
        if (value is null)
        {
            Fail(InterpreterDiagnostics.UnlikeShape(Layer, $"{target}", $"{datum.Type}"));
        }

        return value;
    }

    /// <summary>Numbers with the axes of the output in any order, in its order; null if they are not those axes, and the step then says so.</summary>
    internal Value? Arranged(Value value, IReadOnlyList<Axis> axes)
    {
        var order = new List<int>();
        foreach (var axis in Type.Axes)
        {
            var place = Enumerable
                .Range(0, axes.Count)
                .FirstOrDefault(index => !order.Contains(index) && axes[index].IsSame(axis), -1);
            order.Add(place);
        }

        return order.Contains(-1) || axes.Count != Type.Rank
            ? Fail(InterpreterDiagnostics.UnlikeShape(Layer, $"{Type}", $"[{string.Join(", ", axes)}]"))
            : value.Permute([.. order]);
    }

    /// <summary>The one place that an option describes in a tensor; null if there is none, and the step then says so.</summary>
    internal int? AxisOf(TensorType type, string option, string? otherwise = null)
    {
        OptionValue? value = Call.Has(option) || otherwise is null ? Call.Option(option) : (OptionValue)otherwise;
        if (Call.AxisOf(type, option, value) is { } index)
        {
            return index;
        }

        Refuse(option);
        return null;
    }

    /// <summary>The shape of what is inferred in this step; null if an extent is not known, and the step then says so.</summary>
    internal ImmutableArray<int>? ShapeOf(TensorType type)
    {
        var shape = ImmutableArray.CreateBuilder<int>(type.Rank);
        foreach (var axis in type.Axes)
        {
            if (Lengths.Extent(axis) is not { } extent)
            {
                Fail(InterpreterDiagnostics.NoValue(Layer, $"the length of {axis.Name}"));
                return null;
            }

            shape.Add(extent);
        }

        return shape.MoveToImmutable();
    }

    /// <summary>1 for frames, 0 for padding along an axis, with the axes of a tensor; null if it has no padding there.</summary>
    internal NdArray? Mask(TensorType type, int index, int extent) => SequenceMask.Of(Lengths, type, index, extent);

    /// <summary>Adds an output beside the main one.</summary>
    internal void Part(string name, Datum datum) => State.Parts[(Layer, name)] = datum;
}
