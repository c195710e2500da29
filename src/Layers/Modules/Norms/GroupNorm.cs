using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// Group normalisation (Wu and He, 2018): <c>(x - mean) / sqrt(variance + epsilon) * scale + bias</c>, with mean and biased variance over
/// a group of features and over all frames of a sequence.
/// </summary>
/// <remarks>
/// RETURNN has no layer for it. What lies between cutting the features into groups and joining them again is one <c>norm</c> layer,
/// unless padding is left out of the statistics, which <c>norm</c> cannot.
/// </remarks>
/// <example><code>
/// var norm = net.Add("norm", new GroupNorm(groups: 8));
/// net.Output(norm.Call(data));
/// </code></example>
public sealed class GroupNorm : Module, IStep
{
    private readonly bool isAffine;
    private readonly SourceLocation made;
    private (Dim Group, Dim Members)? parts;

    /// <summary>A group normalisation.</summary>
    /// <param name="groups">How many groups; the size of the feature dim is a multiple.</param>
    /// <param name="feature">The dim that is cut into groups of consecutive features; inferred at the first call if not given.</param>
    /// <param name="affine">Whether the result is scaled and shifted, by trained numbers for each feature.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="overFrames">Whether the statistics are over all frames, as in the paper; otherwise each frame has its own.</param>
    /// <param name="masked">Whether frames behind the end of a sequence are left out of the statistics.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">Groups are below 1, or epsilon is negative or not finite.</exception>
    public GroupNorm(
        int groups,
        Dim? feature = null,
        bool affine = true,
        double epsilon = 1e-6,
        bool overFrames = true,
        bool masked = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        Epsilon = NormBlocks.CheckedEpsilon(epsilon);
        (Groups, OverFrames, Masked) = (groups, overFrames, masked);
        (isAffine, made) = (affine, new(file, line));
        if (feature is not null)
        {
            Prepare(feature);
        }
    }

    /// <summary>How many groups there are.</summary>
    public int Groups { get; }

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>Whether the statistics are over all frames, too.</summary>
    public bool OverFrames { get; }

    /// <summary>Whether frames behind the end of a sequence are left out of the statistics.</summary>
    public bool Masked { get; }

    /// <summary>The dim that is cut into groups; null until it is known.</summary>
    public Dim? Feature { get; private set; }

    /// <summary>The trained scale, shape [feature], 1; null if not affine, or until the feature dim is known.</summary>
    public Parameter? Scale { get; private set; }

    /// <summary>The trained shift, shape [feature], 0; null if not affine, or until the feature dim is known.</summary>
    public Parameter? Bias { get; private set; }

    /// <summary>Normalises a tensor; the same dims come out.</summary>
    /// <param name="x">Holds the feature dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">There is no feature dim and none was given, or it cannot be cut into so many groups.</exception>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var feature = EnsureFeature(x);
        var (group, members) = parts ??= Cut(feature, x);
        var cut = SplitDims(x, feature, [group, members]);
        var axes = OverFrames ? cut.Dims.Except(group, Dim.Batch) : [members];
        var normed = NormBlocks.Normalized(cut, axes, Epsilon, Masked);
        return NormBlocks.Affine(MergeDims(normed, [group, members], into: feature), Scale, Bias);
    }

    // Groups are no features: what RETURNN takes as the feature dim must be the members.
    private (Dim Group, Dim Members) Cut(Dim feature, Tensor x) =>
        feature.Size is { } size && size % Groups == 0
            ? (Dim.Spatial("groups", Groups), Dim.Feature("in_group", size / Groups))
            : throw Net.Stopped(ModuleDiagnostics.UnevenGroups(Groups, feature), x);

    [MemberNotNull(nameof(Feature))]
    private Dim EnsureFeature(Tensor x)
    {
        if (Feature is null)
        {
            Prepare(x.RequireFeature(nameof(GroupNorm)));
        }

        return Feature;
    }

    [MemberNotNull(nameof(Feature))]
    private void Prepare(Dim feature)
    {
        Feature = feature;
        (Scale, Bias) = NormBlocks.Parameters(feature, isAffine, isAffine, made);
    }
}
