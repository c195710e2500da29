namespace NetDsl.Reference;

/// <summary><c>unmask</c>: each frame that a mask left out is the last one that it selected; before that the first output.</summary>
internal sealed class UnmaskEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["mask"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Sources is not [{ } source])
        {
            return step.Refuse("from");
        }

        if (source.Type.TimeIndex is not { } time)
        {
            return source.Value;
        }

        if (
            step.Call.IsInLoop
            || step.Other("mask") is not { Type: { Rank: 2, TimeIndex: { } maskTime, BatchIndex: { } maskBatch } } mask
            || source.Type.TimeMajor() is not { BatchIndex: { } batch }
        )
        {
            return step.Refuse("mask");
        }

        var value = source.Value.Move(time, 0);
        if (source.Type.Has(mask.Type.Axes[maskTime]))
        {
            return value;
        }

        // RETURNN asks the layer itself what it is before its first frame.
        var layer = step.Layer.References.First(reference => reference.Option == "from");
        if (NumberOf((layer.Target as NetDsl.Emit.LayerTarget)?.Layer.Options["initial_output"]) is not { } initial)
        {
            return step.Refuse("from");
        }

        var flags = mask.Value.Array.Permute([maskTime, maskBatch]);
        var (frames, sequences) = (flags.Shape[0], flags.Shape[1]);
        var rows = value.Move(batch, 1);
        var places = new int[frames * sequences];
        for (var sequence = 0; sequence < sequences; sequence++)
        {
            var last = -1;
            for (var frame = 0; frame < frames; frame++)
            {
                last += flags.Data[(frame * sequences) + sequence] != 0 ? 1 : 0;
                places[(frame * sequences) + sequence] =
                    last < 0 ? -1 : (Math.Min(last, rows.Shape[0] - 1) * sequences) + sequence;
            }
        }

        return rows.Reshape([rows.Shape[0] * sequences, .. rows.Shape[2..]])
            .Take(0, places, initial)
            .Reshape([frames, sequences, .. rows.Shape[2..]])
            .Move(1, batch);
    }

    private static double? NumberOf(OptionValue? initial) =>
        initial switch
        {
            null => 0,
            IntegerValue whole => whole.Value,
            RealValue real => real.Value,
            BoolValue truth => truth.Value ? 1 : 0,
            _ => null,
        };
}
