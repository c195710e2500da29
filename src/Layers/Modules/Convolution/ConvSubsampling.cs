using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// A front end of convolutions over time and features that makes sequences shorter, as Conformer and other acoustic encoders begin:
/// stages of a convolution, an activation and a pooling, then the features and channels as one feature dim.
/// </summary>
/// <remarks>
/// The features are treated as an axis with one channel. Behind the last stage the entry of feature i and channel j is entry
/// <c>i * channels + j</c> of the merged dim <c>features * channels</c>.
/// </remarks>
/// <example>
/// <code>
/// var stages = new ConvStage[] { new(Dim.Feature("conv1", 32)) { Pool = (1, 2) }, new(Dim.Feature("conv2", 64)) { Strides = (3, 1) } };
/// var front = net.Add("front", new ConvSubsampling(stages, Dim.Feature("model", 512)));
/// var x = front.Call(data);
/// var (frames, _) = front.LeftOf(time, features);
/// net.Output(ReduceMean(x, [frames]));
/// </code>
/// </example>
public sealed class ConvSubsampling : Module, IStep
{
    private readonly Dim single = Dim.Feature("channel", 1);
    private readonly ImmutableArray<ConvStage> stages;
    private readonly Func<Tensor, Tensor> activation;

    /// <summary>A convolutional front end.</summary>
    /// <param name="stages">At least one.</param>
    /// <param name="output">The feature dim of a linear map behind the last stage; none if not given.</param>
    /// <param name="padding">What becomes of the ends in convolutions; poolings are padded always.</param>
    /// <param name="activation">What stands behind each convolution; <see cref="Ops.Relu"/> if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">There is no stage, or a size or stride is below 1.</exception>
    public ConvSubsampling(
        IReadOnlyList<ConvStage> stages,
        Dim? output = null,
        WindowPadding padding = WindowPadding.Same,
        Func<Tensor, Tensor>? activation = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(stages);
        ArgumentOutOfRangeException.ThrowIfZero(stages.Count, nameof(stages));
        this.stages = [.. stages];
        this.activation = activation ?? (x => Relu(x));
        var convs = ImmutableArray.CreateBuilder<Conv2d>(stages.Count);
        var input = single;
        foreach (var stage in stages)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(
                Math.Min(stage.Pool.Time, stage.Pool.Features),
                1,
                nameof(stages)
            );
            convs.Add(new(stage.Channels, stage.FilterSize, input, padding, stage.Strides, file: file, line: line));
            input = stage.Channels;
        }

        Convs = convs.MoveToImmutable();
        Projection = output is null ? null : new Linear(output, file: file, line: line);
    }

    /// <summary>The convolutions, one for each stage.</summary>
    public IReadOnlyList<Conv2d> Convs { get; }

    /// <summary>The linear map behind them; null if there is none.</summary>
    public Linear? Projection { get; }

    /// <summary>Makes a sequence shorter.</summary>
    /// <param name="x">Holds the batch dim, a time dim and a feature dim.</param>
    /// <param name="time">The time dim; the one dynamic dim if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>
    /// In the place of time is the first dim of <see cref="LeftOf"/>; in that of the features the output dim, or without one the product
    /// of the second and the last stage's channels.
    /// </returns>
    /// <exception cref="ModelException">
    /// The tensor has no feature dim, not exactly one dynamic dim and none was given, or nothing is left of a dim.
    /// </exception>
    public Tensor Call(Tensor x, Dim? time = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var (frames, features) = (
            time ?? x.RequireOneDynamic(nameof(ConvSubsampling)),
            x.RequireFeature(nameof(ConvSubsampling))
        );
        x = ExpandDim(x, single);
        for (var index = 0; index < stages.Length; index++)
        {
            var (stage, conv) = (stages[index], Convs[index]);
            x = activation(conv.Call(x, frames, features));
            (frames, features) = conv.LeftOrSame(frames, features);
            if (stage.Pool != (1, 1))
            {
                int[] sizes = [stage.Pool.Time, stage.Pool.Features];
                x = Pool(x, PoolKind.Max, [frames, features], sizes, WindowPadding.Same, feature: stage.Channels);
                (frames, features) = (frames.CeilDiv(sizes[0]), features.CeilDiv(sizes[1]));
            }
        }

        var merged = MergeDims(x, [features, stages[^1].Channels]);
        return Projection is null ? merged : Projection.Call(merged);
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, file: file, line: line);

    /// <summary>What is left of the time dim and of the feature dim before they are merged with the channels.</summary>
    /// <param name="time">The time dim.</param>
    /// <param name="features">The feature dim.</param>
    /// <exception cref="ArgumentException">Nothing is left of one.</exception>
    public (Dim Time, Dim Features) LeftOf(Dim time, Dim features)
    {
        for (var index = 0; index < stages.Length; index++)
        {
            (time, features) = Convs[index].LeftOf(time, features);
            (time, features) = (time.CeilDiv(stages[index].Pool.Time), features.CeilDiv(stages[index].Pool.Features));
        }

        return (time, features);
    }
}
