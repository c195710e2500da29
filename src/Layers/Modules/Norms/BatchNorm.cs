using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// Batch normalisation (Ioffe and Szegedy, 2015): <c>(x - mean) / sqrt(variance + epsilon) * gamma + beta</c>, with the statistics
/// of the batch in training and running averages of them otherwise.
/// </summary>
/// <remarks>
/// Written from building blocks, and emitted as one fused layer wherever RETURNN can fuse it. The fused operation stores the running
/// variance with Bessel's correction, n/(n-1), the building blocks store it without; all else is equal (contract 0.3).
/// </remarks>
/// <example><code>
/// var norm = net.Add("norm", new BatchNorm(momentum: 0.1, epsilon: 1e-3));
/// net.Output(norm.Call(data));
/// </code></example>
public sealed class BatchNorm : Module, IStep
{
    private readonly SourceLocation made;

    /// <summary>A batch normalisation.</summary>
    /// <param name="feature">The dim that keeps statistics of its own; inferred at the first call if not given.</param>
    /// <param name="affine">Whether the result is scaled by gamma and shifted by beta, both trained.</param>
    /// <param name="epsilon">Added to the variance; the fused operation uses at least 1.001e-5 (contract 7).</param>
    /// <param name="momentum">How much of the batch's statistics goes into the running ones at each step.</param>
    /// <param name="masked">Whether frames behind the end of a sequence are left out of the statistics.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is negative or not finite, or momentum is not between 0 and 1.</exception>
    public BatchNorm(
        Dim? feature = null,
        bool affine = true,
        double epsilon = 1e-3,
        double momentum = 0.1,
        bool masked = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ThrowUnless(double.IsFinite(epsilon) && epsilon >= 0, epsilon, nameof(epsilon));
        ThrowUnless(momentum is >= 0 and <= 1, momentum, nameof(momentum));
        (Affine, Epsilon, Momentum, Masked) = (affine, epsilon, momentum, masked);
        made = new(file, line);
        if (feature is not null)
        {
            Prepare(feature);
        }
    }

    /// <summary>Whether the result is scaled and shifted.</summary>
    public bool Affine { get; }

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>How much of the batch's statistics goes into the running ones.</summary>
    public double Momentum { get; }

    /// <summary>Whether frames behind the end of a sequence are left out of the statistics.</summary>
    public bool Masked { get; }

    /// <summary>The dim that keeps statistics of its own; null until it is known.</summary>
    public Dim? Feature { get; private set; }

    /// <summary>The running average of means, shape [feature], 0, not trained; null until the feature dim is known.</summary>
    public Parameter? RunningMean { get; private set; }

    /// <summary>The running average of variances, shape [feature], 1, not trained; null until the feature dim is known.</summary>
    public Parameter? RunningVariance { get; private set; }

    /// <summary>The trained scale, shape [feature], 1; null if not affine, or until the feature dim is known.</summary>
    public Parameter? Gamma { get; private set; }

    /// <summary>The trained shift, shape [feature], 0; null if not affine, or until the feature dim is known.</summary>
    public Parameter? Beta { get; private set; }

    /// <summary>Normalises a tensor; the same dims come out.</summary>
    /// <param name="x">Holds the feature dim and at least one other.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">The tensor has no feature dim, and none was given.</exception>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var (mean, variance) = Learn(x);
        var normed = (x - mean) * Rsqrt(variance + Epsilon);
        return Affine ? normed * Gamma! + Beta! : normed;
    }

    /// <summary>Mean and variance to norm by, for patterns that go on in another way than <see cref="Call"/>.</summary>
    internal (Tensor Mean, Tensor Variance) Statistics(Tensor x)
    {
        using var call = Enter(x);
        return Learn(x);
    }

    // Those of the batch in training, which the running ones learn from; else the running ones.
    private (Tensor Mean, Tensor Variance) Learn(Tensor x)
    {
        var axes = x.Dims.Except(EnsureFeature(x));
        var (mean, variance) = Cond(
            TrainFlag(),
            then: () => Moments(x, axes, Masked),
            otherwise: () => (RunningMean, RunningVariance)
        );

        // A Cond of its own, so that the update can wait until everything has read the old statistics.
        When(
            TrainFlag(),
            () =>
            {
                RunningMean.AssignAdd((mean - RunningMean) * Momentum);
                RunningVariance.AssignAdd((variance - RunningVariance) * Momentum);
            }
        );
        return (mean, variance);
    }

    private static void ThrowUnless(bool isValid, double value, string name)
    {
        if (!isValid)
        {
            throw new ArgumentOutOfRangeException(name, value, message: null);
        }
    }

    [MemberNotNull(nameof(RunningMean), nameof(RunningVariance))]
    private Dim EnsureFeature(Tensor x)
    {
        if (Feature is null || RunningMean is null || RunningVariance is null)
        {
            Prepare(x.RequireFeature(nameof(BatchNorm)));
        }

        return Feature;
    }

    // The names are those of RETURNN's own layer, so that fused and primitive form share checkpoints (contract 0.5).
    [MemberNotNull(nameof(Feature), nameof(RunningMean), nameof(RunningVariance))]
    private void Prepare(Dim feature)
    {
        Feature = feature;
        RunningMean = Make("batch_norm/v2_mean", initial: 0.0, auxiliary: true);
        RunningVariance = Make("batch_norm/v2_variance", initial: 1.0, auxiliary: true);
        if (Affine)
        {
            Gamma = Make("batch_norm/v2_gamma", initial: 1.0, auxiliary: false);
            Beta = Make("batch_norm/v2_beta", initial: 0.0, auxiliary: false);
        }

        Parameter Make(string name, double initial, bool auxiliary) =>
            new([feature], initial, auxiliary, name: name, file: made.Path, line: made.Line);
    }
}
