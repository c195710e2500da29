namespace NetDsl.Reference;

/// <summary><c>mel_filterbank</c>: frequencies summed up in triangles that are equally far apart to the ear.</summary>
internal sealed class MelFilterbankEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "sampling_rate", "fft_size", "nr_of_filters", "f_min", "f_max"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Input()
            is not { Type: { BatchIndex: { } batch, TimeIndex: { } time, FeatureIndex: { } feature, Rank: 3 } } input
        )
        {
            return step.Refuse("from");
        }

        var rate = step.Call.Real("sampling_rate") ?? 16000;
        var size = step.Call.Integer("fft_size") ?? 1024;
        var count = step.Call.Integer("nr_of_filters") ?? 80;
        var lowest = step.Call.Real("f_min") ?? 0;
        var highest = step.Call.Real("f_max") is { } given and not 0 ? given : rate / 2;
        return Value.Of(
            new Contract([0, 1, 2], [2, 3], [0, 1, 3]),
            input.Value.Permute(batch, time, feature),
            Value.Constant(Triangles(rate, size, count, lowest, highest))
        );
    }

    // RETURNN keeps the corners in single precision.
    private static NdArray Triangles(double rate, int size, int count, double lowest, double highest)
    {
        var corners = new double[count + 2];
        for (var place = 0; place < corners.Length; place++)
        {
            var mel = Mel(lowest) + (place * ((Mel(highest) - Mel(lowest)) / (count + 1)));
            corners[place] = (float)(size / rate * 700 * (Math.Exp(mel / 1125) - 1));
        }

        var bins = (size / 2) + 1;
        var result = NdArray.Zeros([bins, count]);
        for (var bin = 0; bin < bins; bin++)
        {
            for (var filter = 0; filter < count; filter++)
            {
                var (left, peak, right) = (corners[filter], corners[filter + 1], corners[filter + 2]);
                result.Data[(bin * count) + filter] =
                    bin <= left || bin >= right ? 0
                    : bin < peak ? (bin - left) / (peak - left)
                    : (right - bin) / (right - peak);
            }
        }

        return result;
    }

    private static double Mel(double frequency) => 1125 * Math.Log(1 + (frequency / 700));
}
