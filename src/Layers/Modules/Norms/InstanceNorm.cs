using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// Instance normalisation (Ulyanov, Vedaldi and Lempitsky, 2016): <c>(x - mean) / sqrt(variance + epsilon) * scale + bias</c>, with mean
/// and biased variance of each feature over all frames of a sequence.
/// </summary>
/// <remarks>
/// RETURNN's <c>norm</c> computes it in one layer, but takes padding into the statistics. So it is emitted as that layer if there is
/// no padding or it shall not be left out, and from building blocks otherwise.
/// </remarks>
/// <example><code>
/// var norm = net.Add("norm", new InstanceNorm(masked: false));
/// net.Output(norm.Call(data));
/// </code></example>
public sealed class InstanceNorm : Module, IStep
{
    private readonly bool isAffine;
    private readonly SourceLocation made;

    /// <summary>An instance normalisation.</summary>
    /// <param name="feature">The dim that keeps statistics of its own; inferred at the first call if not given.</param>
    /// <param name="affine">Whether the result is scaled and shifted, by trained numbers for each feature.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="masked">Whether frames behind the end of a sequence are left out of the statistics.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is negative or not finite.</exception>
    public InstanceNorm(
        Dim? feature = null,
        bool affine = true,
        double epsilon = 1e-6,
        bool masked = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        (Epsilon, Masked) = (NormBlocks.CheckedEpsilon(epsilon), masked);
        (isAffine, made) = (affine, new(file, line));
        if (feature is not null)
        {
            Prepare(feature);
        }
    }

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>Whether frames behind the end of a sequence are left out of the statistics.</summary>
    public bool Masked { get; }

    /// <summary>The dim that keeps statistics of its own; null until it is known.</summary>
    public Dim? Feature { get; private set; }

    /// <summary>The trained scale, shape [feature], 1; null if not affine, or until the feature dim is known.</summary>
    public Parameter? Scale { get; private set; }

    /// <summary>The trained shift, shape [feature], 0; null if not affine, or until the feature dim is known.</summary>
    public Parameter? Bias { get; private set; }

    /// <summary>Normalises a tensor; the same dims come out.</summary>
    /// <param name="x">Holds the feature dim, and at least one beside it and the batch dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">There is no feature dim and none was given, or no dim to take statistics over.</exception>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var axes = x.Dims.Except(EnsureFeature(x), Dim.Batch);
        if (axes.Count == 0)
        {
            throw Net.Stopped(ModuleDiagnostics.NoFrames(nameof(InstanceNorm), x), x);
        }

        return NormBlocks.Affine(NormBlocks.Normalized(x, axes, Epsilon, Masked), Scale, Bias);
    }

    [MemberNotNull(nameof(Feature))]
    private Dim EnsureFeature(Tensor x)
    {
        if (Feature is null)
        {
            Prepare(x.RequireFeature(nameof(InstanceNorm)));
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
