using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>More functions of one tensor, entry by entry; the names and formulas are TensorFlow's.</content>
public static partial class Ops
{
    /// <summary>x above 0, exp(x) - 1 below.</summary>
    public static Tensor Elu(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Elu, x, new(file, line));

    /// <summary><see cref="Elu"/> with the two factors that keep mean and variance (Klambauer et al. 2017).</summary>
    public static Tensor Selu(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Selu, x, new(file, line));

    /// <summary>x above 0, a small part of x below.</summary>
    /// <param name="x">Real numbers.</param>
    /// <param name="slope">The part.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor LeakyRelu(
        Tensor x,
        double slope = 0.2,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) =>
        Layer.Function(
            "activation",
            [x],
            OptionValue.Dict(
                ("activation", "leaky_relu"),
                ("opts", OptionValue.Dict(("alpha", Finite(slope, nameof(slope)))))
            ),
            x.Signature,
            new(file, line),
            NeedsReal("leaky_relu", x),
            "leaky_relu"
        );

    /// <summary>log(1 + exp(x)).</summary>
    public static Tensor Softplus(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Softplus, x, new(file, line));

    /// <summary>The logarithm of <see cref="Sigmoid"/>.</summary>
    public static Tensor LogSigmoid(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.LogSigmoid, x, new(file, line));

    /// <summary>-1, 0 or 1.</summary>
    public static Tensor Sign(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Sign, x, new(file, line));

    /// <summary>The next whole number below; a real number still.</summary>
    public static Tensor Floor(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Floor, x, new(file, line));

    /// <summary>The next whole number above; a real number still.</summary>
    public static Tensor Ceil(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Ceil, x, new(file, line));

    /// <summary>The nearest whole number, the even one of two; a real number still.</summary>
    public static Tensor Round(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Round, x, new(file, line));

    /// <summary>The cosine of radians.</summary>
    public static Tensor Cos(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Cos, x, new(file, line));

    /// <summary>The sine of radians.</summary>
    public static Tensor Sin(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Sin, x, new(file, line));

    /// <summary>The same values as a layer of its own, for a name of its own.</summary>
    public static Tensor Identity(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Layer.Function("identity", [x], DictValue.Empty, x.Signature, new(file, line));

    /// <summary>The nearest number in a range.</summary>
    /// <param name="x">Real numbers.</param>
    /// <param name="low">The lowest number that stays.</param>
    /// <param name="high">The highest number that stays.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Clip(
        Tensor x,
        double low,
        double high,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        Finite(low, nameof(low));
        ArgumentOutOfRangeException.ThrowIfLessThan(Finite(high, nameof(high)), low, nameof(high));
        return Layer.Function(
            "eval",
            [x],
            OptionValue.Dict(
                ("eval", "tf.clip_by_value(source(0), low, high)"),
                ("eval_locals", OptionValue.Dict(("low", low), ("high", high)))
            ),
            x.Signature,
            new(file, line),
            NeedsReal("clip", x),
            "clip"
        );
    }

    /// <summary>a / b, rounded down.</summary>
    public static Tensor FloorDivide(
        Tensor a,
        Tensor b,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Binary(BinaryOperator.FloorDivide, a, b, new(file, line));

    /// <summary>What <see cref="FloorDivide"/> leaves over; it has the sign of b.</summary>
    public static Tensor Modulo(
        Tensor a,
        Tensor b,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Binary(BinaryOperator.Modulo, a, b, new(file, line));

    /// <summary>log(exp(a) + exp(b)).</summary>
    public static Tensor LogAddExp(
        Tensor a,
        Tensor b,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Binary(BinaryOperator.LogAddExp, a, b, new(file, line));

    private static Diagnostic? NeedsReal(string kind, Tensor x) =>
        x.Type == DataType.Float32 ? null : ShapeDiagnostics.WrongType(kind, "a real number", x);
}
