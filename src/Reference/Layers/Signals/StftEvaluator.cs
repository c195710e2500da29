using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>
/// <c>stft</c>: the spectrum of each window of a signal, windows weighted as Hann did (tf.signal.stft). Complex: the real part is the
/// value, and the step keeps the imaginary one for a function that makes a real number of both.
/// </summary>
internal sealed class StftEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [
        .. SourceOptions.All,
        "frame_shift",
        "frame_size",
        "fft_size",
        "in_spatial_dims",
        "out_spatial_dims",
        "use_time_mask",
    ];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { Type.BatchIndex: { } batch } input || Axis(step, input.Type) is not { } axis)
        {
            return step.Refuse("in_spatial_dims");
        }

        if (step.Call.Integer("frame_size") is not { } size || step.Call.Integer("frame_shift") is not { } shift)
        {
            return step.Refuse("frame_size");
        }

        var value = input.Value;
        if (step.Call.Flag("use_time_mask") && step.Mask(input.Type, axis, value.Shape[axis]) is { } mask)
        {
            value = Value.Constant(mask).Choose(value, Value.Constant(0));
        }

        // A channel of size one may be there or not.
        var (sequences, samples) = (value.Shape[batch], value.Shape[axis]);
        if (value.Array.Count != sequences * samples)
        {
            return step.Refuse("from");
        }

        value = (batch < axis ? value : value.Move(batch, 0)).Reshape(sequences, samples);
        var length = step.Call.Integer("fft_size") is { } given and not 0 ? given : size;
        var count = Math.Max(samples - size + shift, 0) / shift;
        var windows = new Windows(size, shift, 1, 0, count).Apply(value, 1);
        var (cosines, sines) = Waves(size, length);
        var real = Value.Of(new Contract([0, 1, 2], [2, 3], [0, 1, 3]), windows, Value.Constant(cosines));
        var imaginary = Value.Of(new Contract([0, 1, 2], [2, 3], [0, 1, 3]), windows, Value.Constant(sines));
        step.State.Imaginary[step.Layer] = imaginary;
        return real;
    }

    private static int? Axis(LayerStep step, TensorType type) =>
        step.Call.List("in_spatial_dims") is [var only]
            ? step.Call.AxisOf(type, "in_spatial_dims", only)
            : type.TimeIndex;

    // From samples to frequencies, the window included.
    private static (NdArray Cosines, NdArray Sines) Waves(int size, int length)
    {
        var bins = (length / 2) + 1;
        var (cosines, sines) = (NdArray.Zeros([size, bins]), NdArray.Zeros([size, bins]));

        // TensorFlow's periodic window is one of even size alone.
        var period = size % 2 == 0 ? size : size - 1;
        for (var sample = 0; sample < size; sample++)
        {
            var weight = 0.5 - (0.5 * Math.Cos(2 * Math.PI * sample / period));
            for (var bin = 0; bin < bins; bin++)
            {
                var angle = 2 * Math.PI * bin * sample / length;
                cosines.Data[(sample * bins) + bin] = weight * Math.Cos(angle);
                sines.Data[(sample * bins) + bin] = -weight * Math.Sin(angle);
            }
        }

        return (cosines, sines);
    }
}
