using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>unflatten_batch</c>: the frames back in their sequences, with 0 behind shorter ones.</summary>
internal sealed class UnflattenBatchEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { Type.BatchIndex: { } batch } input)
        {
            return null;
        }

        var parts = input.Type.Axes[batch].Parts;
        var packed = parts.First(part => part.Kind == BatchPartKind.Packed).Axis;
        var isBatchMajor = parts[0].Kind != BatchPartKind.Packed;
        if (step.Lengths.Of(packed) is not { } lengths)
        {
            return step.Fail(InterpreterDiagnostics.NoValue(step.Layer, $"the lengths of {packed.Name}"));
        }

        var (sequences, frames) = (lengths.Length, lengths.Max());
        var places = new int[sequences * frames];
        places.AsSpan().Fill(-1);
        var next = 0;
        for (var outer = 0; outer < (isBatchMajor ? sequences : frames); outer++)
        {
            for (var inner = 0; inner < (isBatchMajor ? frames : sequences); inner++)
            {
                var (sequence, frame) = isBatchMajor ? (outer, inner) : (inner, outer);
                if (frame < lengths[sequence])
                {
                    places[isBatchMajor ? (sequence * frames) + frame : (frame * sequences) + sequence] = next++;
                }
            }
        }

        var value = input.Value.Move(batch, 0).Take(0, places);
        return value.Reshape(
            isBatchMajor ? [sequences, frames, .. value.Shape[1..]] : [frames, sequences, .. value.Shape[1..]]
        );
    }
}
