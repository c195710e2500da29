using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// Root mean square layer normalisation (Zhang and Sennrich, 2019): <c>x / sqrt(mean(x * x) + epsilon) * scale</c>, with the mean over
/// the feature dim, for each frame by itself.
/// </summary>
/// <remarks>RETURNN has no layer for it: it is emitted from building blocks.</remarks>
/// <example><code>
/// var norm = net.Add("norm", new RmsNorm());
/// net.Output(norm.Call(data));
/// </code></example>
public sealed class RmsNorm : Module, IStep
{
    private readonly bool hasScale;
    private readonly bool hasBias;
    private readonly SourceLocation made;

    /// <summary>A normalisation by the root mean square.</summary>
    /// <param name="feature">The dim that is normalised over; inferred at the first call if not given.</param>
    /// <param name="scale">Whether the result is scaled, by a trained number for each feature.</param>
    /// <param name="bias">Whether the result is shifted, by a trained number for each feature.</param>
    /// <param name="epsilon">Added to the mean square.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is negative or not finite.</exception>
    public RmsNorm(
        Dim? feature = null,
        bool scale = true,
        bool bias = false,
        double epsilon = 1e-6,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        Epsilon = NormBlocks.CheckedEpsilon(epsilon);
        (hasScale, hasBias, made) = (scale, bias, new(file, line));
        if (feature is not null)
        {
            Prepare(feature);
        }
    }

    /// <summary>Added to the mean square.</summary>
    public double Epsilon { get; }

    /// <summary>The dim that is normalised over; null until it is known.</summary>
    public Dim? Feature { get; private set; }

    /// <summary>The trained scale, shape [feature], 1; null if there is none, or until the feature dim is known.</summary>
    public Parameter? Scale { get; private set; }

    /// <summary>The trained shift, shape [feature], 0; null if there is none, or until the feature dim is known.</summary>
    public Parameter? Bias { get; private set; }

    /// <summary>Normalises a tensor; the same dims come out.</summary>
    /// <param name="x">Holds the feature dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">The tensor has no feature dim, and none was given.</exception>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var feature = EnsureFeature(x);
        var normed = x * Rsqrt(ReduceMean(Square(x), [feature]) + Epsilon);
        return NormBlocks.Affine(normed, Scale, Bias);
    }

    [MemberNotNull(nameof(Feature))]
    private Dim EnsureFeature(Tensor x)
    {
        if (Feature is null)
        {
            Prepare(x.RequireFeature(nameof(RmsNorm)));
        }

        return Feature;
    }

    [MemberNotNull(nameof(Feature))]
    private void Prepare(Dim feature)
    {
        Feature = feature;
        (Scale, Bias) = NormBlocks.Parameters(feature, hasScale, hasBias, made);
    }
}
