using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>What is drawn anew in each step.</content>
/// <remarks>
/// RETURNN keeps the state of each generator in a variable, which is saved, and seeds it from its global seed. Numbers are drawn in
/// training, evaluation and forwarding alike; ask <see cref="TrainFlag"/> where that is not meant.
/// </remarks>
public static partial class Ops
{
    /// <summary>Numbers of a normal distribution, drawn anew in each step.</summary>
    /// <param name="dims">Their dims.</param>
    /// <param name="mean">The mean.</param>
    /// <param name="deviation">The standard deviation.</param>
    /// <param name="dimsOf">A tensor that has the dims, where a layer makes one of them: RETURNN then makes that layer first.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor RandomNormal(
        Shape dims,
        double mean = 0.0,
        double deviation = 1.0,
        Tensor? dimsOf = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        Finite(mean, nameof(mean));
        ArgumentOutOfRangeException.ThrowIfNegative(Finite(deviation, nameof(deviation)), nameof(deviation));
        return Random(
            "normal",
            ("mean", mean),
            ("stddev", deviation),
            new(dims, DataType.Float32),
            dimsOf,
            new(file, line)
        );
    }

    /// <summary>Real numbers from a range, all equally likely, drawn anew in each step.</summary>
    /// <param name="dims">Their dims.</param>
    /// <param name="low">The lowest.</param>
    /// <param name="high">The end of the range, which is not in it.</param>
    /// <param name="dimsOf">As for <see cref="RandomNormal"/>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor RandomUniform(
        Shape dims,
        double low = 0.0,
        double high = 1.0,
        Tensor? dimsOf = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        Finite(low, nameof(low));
        ArgumentOutOfRangeException.ThrowIfLessThan(Finite(high, nameof(high)), low, nameof(high));
        return Random(
            "uniform",
            ("minval", low),
            ("maxval", high),
            new(dims, DataType.Float32),
            dimsOf,
            new(file, line)
        );
    }

    /// <summary>Whole numbers from a range, all equally likely, drawn anew in each step.</summary>
    /// <param name="dims">Their dims.</param>
    /// <param name="low">The lowest.</param>
    /// <param name="high">The end of the range, which is not in it.</param>
    /// <param name="dimsOf">As for <see cref="RandomNormal"/>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor RandomInt(
        Shape dims,
        int low,
        int high,
        Tensor? dimsOf = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        return Random("uniform", ("minval", low), ("maxval", high), new(dims, DataType.Int32), dimsOf, new(file, line));
    }

    /// <summary>
    /// In training, sets entries to 0 at random and divides the others by the rate of those that stay; otherwise it changes nothing.
    /// </summary>
    /// <param name="x">Real numbers.</param>
    /// <param name="rate">How many of the entries are dropped, from 0 to below 1.</param>
    /// <param name="axes">
    /// The dims along which entries are dropped one by one; along all others they are dropped together. All dims unless given.
    /// RETURNN's own default for the option <c>dropout</c> of a layer are the static dims: one draw for all frames.
    /// </param>
    /// <param name="onForward">Whether entries are dropped outside of training, too.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <remarks>RETURNN draws once for one tensor, rate and choice of axes: two such calls drop the same entries.</remarks>
    public static Tensor Dropout(
        Tensor x,
        double rate,
        Shape? axes = null,
        bool onForward = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        if (!(rate is >= 0.0 and < 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate is from 0 to below 1.");
        }

        var missing = axes?.Except(x.Dims) ?? Shape.Scalar;
        var fault =
            missing.Count > 0 ? ShapeDiagnostics.NoSuchDim("dropout", missing, x)
            : x.Type != DataType.Float32 ? ShapeDiagnostics.WrongType("dropout", "a real number", x)
            : null;

        var (option, value) =
            axes is null || axes.Equals(x.Dims)
                ? ("dropout_noise_shape", NoiseShape.All)
                : ("dropout_axis", DimList(axes));
        return Layer.Function(
            "dropout",
            [x],
            OptionValue.Dict(("dropout", rate), (option, value), ("dropout_on_forward", onForward)),
            x.Signature,
            new(file, line),
            fault
        );
    }

    // "static" would draw the same numbers in each step; a seed of its own would be that of all such layers.
    private static Tensor Random(
        string distribution,
        (string Option, OptionValue Value) first,
        (string Option, OptionValue Value) second,
        Signature signature,
        Tensor? dimsOf,
        SourceLocation location
    )
    {
        var options = OptionValue.Dict(
            ("shape", DimList(signature.Shape)),
            ("distribution", distribution),
            (first.Option, first.Value),
            (second.Option, second.Value),
            ("dtype", NameOf(signature.Type)),
            ("static", false)
        );
        if (dimsOf is not null)
        {
            options = options.With("shape_deps", OptionValue.List(dimsOf));
        }

        return Layer.Record("random", [], options, signature, location);
    }

    private static double Finite(double value, string parameter) =>
        double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(parameter, value, "The number is not finite.");
}
