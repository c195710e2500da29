using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>What the references of layers stand for in the current step.</summary>
internal sealed class ReferenceLookup(StepState state)
{
    /// <summary>The numbers that a reference stands for; null if there are none.</summary>
    internal Datum? Find(NetReference reference) =>
        reference.Target switch
        {
            LayerTarget { Layer: var layer } => reference.IsPrevious
                ? Previous(layer)
                : state.Outputs.GetValueOrDefault(layer),
            SubLayerTarget part => Part(part, reference.IsPrevious),
            ExternDataTarget { RegisteredBy: { } layer } => state.Outputs.GetValueOrDefault(layer),
            ExternDataTarget { Loop: { } loop, Key: var key } => Frame(reference, Input(key), loop),
            ExternDataTarget { Key: var key } => Input(key),
            ScopeInputTarget input => ScopeInput(reference, input),
            LoopIndexTarget { Loop: var loop } => new(
                new TensorType([], "int32"),
                Value.Constant(state.Frames[loop].Index)
            ),
            _ => null,
        };

    /// <summary>A whole input.</summary>
    internal Datum? Input(string key) =>
        state.Net.Input(key) is { } type && state.Feed.Inputs.TryGetValue(key, out var array)
            ? new(type, Value.Constant(array))
            : null;

    private Datum? Part(SubLayerTarget part, bool isPrevious)
    {
        if (part.Layer.ClassName is "rec" or "cond")
        {
            return state.Parts.GetValueOrDefault((part.Layer, part.SubLayer));
        }

        return part.Inner is null ? state.Parts.GetValueOrDefault((part.Layer, part.SubLayer))
            : isPrevious ? Previous(part.Inner)
            : state.Outputs.GetValueOrDefault(part.Inner);
    }

    // In the first step what `initial_output` says.
    private Datum? Previous(NetLayer layer) =>
        state.Previous.TryGetValue(layer, out var before) ? before : InitialOutput.Of(state, layer);

    private Datum? Frame(NetReference reference, Datum? whole, NetScope loop)
    {
        if (whole is null || !state.Frames.TryGetValue(loop, out var frame) || whole.Type.TimeIndex is not { } time)
        {
            return null;
        }

        var value = whole.Value.Slice(time, frame.Index, 1).Remove(time);
        return new(state.Net.TypeOf(reference) ?? whole.Type.Without(time), value);
    }

    private Datum? ScopeInput(NetReference reference, ScopeInputTarget input)
    {
        if (state.UnitInputs.TryGetValue(input.Scope, out var masked))
        {
            return masked;
        }

        if (state.Frames.TryGetValue(input.Scope, out var frame))
        {
            return frame is { Source: { } source, Axis: { } axis } && source.Type.IndexOf(axis) is { } index
                ? new(
                    state.Net.TypeOf(reference) ?? source.Type.Without(index),
                    source.Value.Slice(index, frame.Index, 1).Remove(index)
                )
                : frame.Source;
        }

        if (input.Scope.Owner is not { } owner || state.Net.TypeOf(reference) is not { } type)
        {
            return null;
        }

        var sources = input.Sources.Select(Find).ToList();
        return sources.Contains(null) ? null : SourceConcatenation.Of(state, state.Net.Call(owner), sources!, type);
    }
}
