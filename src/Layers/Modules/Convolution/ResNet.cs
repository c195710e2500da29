using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// A residual net of convolutions over time and features (He et al., 2016), as acoustic models use it: a convolution, stages of
/// <see cref="ResNetBlock"/>, then the features and channels as one feature dim.
/// </summary>
/// <remarks>With strides of 1 along time there comes out one frame for each that goes in.</remarks>
/// <example>
/// <code>
/// var stages = new ResNetStage[] { new(Dim.Feature("c1", 16), 2), new(Dim.Feature("c2", 32), 2) { Strides = (1, 2) } };
/// var encoder = net.Add("encoder", new ResNet(stages));
/// var logits = net.Add("classes", new Linear(Dim.Feature("classes", 9001))).Call(encoder.Call(data));
/// net.Output(Softmax(logits, over: logits.Dims.Feature!));
/// </code>
/// </example>
public sealed class ResNet : Module, IStep
{
    private readonly Dim single = Dim.Feature("channel", 1);
    private readonly ImmutableArray<ResNetStage> stages;

    /// <summary>A residual net.</summary>
    /// <param name="stages">At least one. The first convolution has the channels of the first stage.</param>
    /// <param name="filterSize">The size of all filters along time and along the features; 3 if not given.</param>
    /// <param name="masked">Whether frames behind the end of a sequence are left out of the statistics of the norms.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">There is no stage or a stage without block, or a size or stride is below 1.</exception>
    public ResNet(
        IReadOnlyList<ResNetStage> stages,
        (int Time, int Features)? filterSize = null,
        bool masked = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(stages);
        ArgumentOutOfRangeException.ThrowIfZero(stages.Count, nameof(stages));
        this.stages = [.. stages];
        var channels = stages[0].Channels;
        Conv = new(channels, filterSize ?? (3, 3), single, bias: false, file: file, line: line);
        Norm = new(channels, masked: masked, file: file, line: line);
        var blocks = ImmutableArray.CreateBuilder<ResNetBlock>();
        foreach (var stage in stages)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(stage.Blocks, 1, nameof(stages));
            for (var place = 0; place < stage.Blocks; place++)
            {
                (int, int)? strides = place == 0 ? stage.Strides : null;
                blocks.Add(new(channels, stage.Channels, strides, filterSize, masked, file, line));
                channels = stage.Channels;
            }
        }

        Blocks = blocks.DrainToImmutable();
    }

    /// <summary>The first convolution.</summary>
    public Conv2d Conv { get; }

    /// <summary>The norm behind it.</summary>
    public BatchNorm Norm { get; }

    /// <summary>The blocks of all stages.</summary>
    public IReadOnlyList<ResNetBlock> Blocks { get; }

    /// <summary>Runs the net.</summary>
    /// <param name="x">Holds the batch dim, a time dim and a feature dim.</param>
    /// <param name="time">The time dim; the one dynamic dim if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>
    /// In the place of time and features are those of <see cref="LeftOf"/>, the latter merged with the last stage's channels.
    /// </returns>
    /// <exception cref="ModelException">The tensor has no feature dim, or not exactly one dynamic dim and none was given.</exception>
    public Tensor Call(Tensor x, Dim? time = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var (frames, features) = (time ?? x.RequireOneDynamic(nameof(ResNet)), x.RequireFeature(nameof(ResNet)));
        x = Relu(Norm.Call(Conv.Call(ExpandDim(x, single), frames, features)));
        foreach (var block in Blocks)
        {
            x = block.Call(x, frames, features);
            (frames, features) = block.Conv1.LeftOf(frames, features);
        }

        return MergeDims(x, [features, stages[^1].Channels]);
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, file: file, line: line);

    /// <summary>What is left of the time dim and of the feature dim before they are merged with the channels.</summary>
    /// <param name="time">The time dim.</param>
    /// <param name="features">The feature dim.</param>
    public (Dim Time, Dim Features) LeftOf(Dim time, Dim features)
    {
        foreach (var block in Blocks)
        {
            (time, features) = block.Conv1.LeftOf(time, features);
        }

        return (time, features);
    }
}
