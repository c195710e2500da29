using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// Sets stretches of frames and of features to 0 in training, others in each sequence (SpecAugment; Park et al., 2019). Meant for
/// features of mean 0.
/// </summary>
/// <remarks>
/// Built of RETURNN's own layers in one <c>cond</c>; nothing is computed when the net is not trained. Where a stretch begins, and how
/// long it is, is drawn for each: all frames of a sequence, or features, are as likely, all lengths from 1 to the width, too. 10 layers
/// for the frames, 4 more with <see cref="FramesPerMask"/>, 7 for the features, and the condition.
/// It needs the batch dim as a dim object, which JSON does not have.
/// </remarks>
/// <example><code>
/// var augment = net.Add("augment", new SpecAugment(timeMasks: 10, timeWidth: 20, featureMasks: 5, featureWidth: 8) { FramesPerMask = 100 });
/// var masked = augment.Call(data);
/// net.Output(masked);
/// </code></example>
public sealed class SpecAugment : Module, IStep
{
    // The places of long sequences are not quite as likely, by one in a thousand for a million frames.
    private const int Many = 1 << 30;

    private readonly Dim? times;
    private readonly Dim? features;

    /// <summary>Masks in time and over features.</summary>
    /// <param name="timeMasks">How many stretches of frames; they may overlap.</param>
    /// <param name="timeWidth">Of how many frames a stretch is at most, at least 1.</param>
    /// <param name="featureMasks">How many stretches of features; they may overlap.</param>
    /// <param name="featureWidth">Of how many features a stretch is at most, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of masks is negative, or a width is below 1.</exception>
    public SpecAugment(int timeMasks, int timeWidth, int featureMasks, int featureWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(timeMasks);
        ArgumentOutOfRangeException.ThrowIfNegative(featureMasks);
        ArgumentOutOfRangeException.ThrowIfLessThan(timeWidth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(featureWidth, 1);
        (TimeWidth, FeatureWidth) = (timeWidth, featureWidth);
        times = timeMasks > 0 ? Dim.Spatial("time_masks", timeMasks) : null;
        features = featureMasks > 0 ? Dim.Spatial("feature_masks", featureMasks) : null;
    }

    /// <summary>How many stretches of frames.</summary>
    public int TimeMasks => times?.Size ?? 0;

    /// <summary>Of how many frames a stretch is at most.</summary>
    public int TimeWidth { get; }

    /// <summary>How many stretches of features.</summary>
    public int FeatureMasks => features?.Size ?? 0;

    /// <summary>Of how many features a stretch is at most.</summary>
    public int FeatureWidth { get; }

    /// <summary>
    /// So many frames a sequence must have for each of its stretches of frames but the first; 0, as at first, if all sequences have
    /// all stretches.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int FramesPerMask
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>The training step with which it begins; 0 at first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int FirstStep
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Masks a tensor; the same dims come out, and x itself when the net is not trained.</summary>
    /// <param name="x">Holds one dynamic dim and a feature dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">The tensor has no feature dim, or not exactly one dynamic dim.</exception>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var location = new SourceLocation(file, line);
        var time = x.RequireOneDynamic(nameof(SpecAugment));
        var feature = x.RequireFeature(nameof(SpecAugment));
        if (times is null && features is null)
        {
            return x;
        }

        return Cond(
            IsActive(location),
            then: () =>
            {
                var masked = x;
                if (times is not null)
                {
                    masked = Where(InTime(x, time, times, location), 0.0, masked);
                }

                return features is null ? masked : Where(InFeatures(x, feature, features, location), 0.0, masked);
            },
            otherwise: () => x
        );
    }

    private Tensor IsActive(SourceLocation location)
    {
        if (FirstStep == 0)
        {
            return TrainFlag();
        }

        var step = Layer.Function(
            "global_train_step",
            [],
            DictValue.Empty,
            new(Shape.Scalar, DataType.Int64),
            location
        );
        return And(TrainFlag(), step >= FirstStep);
    }

    // [batch, time]
    private Tensor InTime(Tensor x, Dim time, Dim masks, SourceLocation location)
    {
        var length = Length(x, time);
        var start = Remainder(RandomNumbers.Whole([.. Each(x), masks], Many, location), Maximum(length, 1), location);
        var last = start + RandomNumbers.Whole(start.Dims, TimeWidth, location);
        if (FramesPerMask > 0)
        {
            var needed = RangeInAxis(start, masks) * FramesPerMask;
            last = Where(Broadcast(needed) < length, last, -1);
        }

        return Between(start, RangeInAxis(x, time), last, masks, location);
    }

    // [batch, feature]
    private Tensor InFeatures(Tensor x, Dim feature, Dim masks, SourceLocation location)
    {
        var start = RandomNumbers.Whole([.. Each(x), masks], feature.Size!.Value, location);
        var last = start + RandomNumbers.Whole(start.Dims, FeatureWidth, location);
        return Between(start, RangeInAxis(x, feature), last, masks, location);
    }

    private static Shape Each(Tensor x) => x.Dims.Contains(Dim.Batch) ? [Dim.Batch] : Shape.Scalar;

    private static Tensor Remainder(Tensor numbers, Tensor divisor, SourceLocation location) =>
        Layer.Function(
            "combine",
            [numbers, divisor],
            OptionValue.Dict(("kind", "floormod")),
            numbers.Signature,
            location
        );

    // One layer compares all three, each with the next.
    private static Tensor Between(Tensor start, Tensor place, Tensor last, Dim masks, SourceLocation location)
    {
        var covered = Layer.Function(
            "compare",
            [start, place, last],
            OptionValue.Dict(("kind", "less_equal")),
            new(start.Dims.Union(place.Dims), DataType.Bool),
            location
        );
        return ReduceAny(covered, [masks], masked: false);
    }
}
