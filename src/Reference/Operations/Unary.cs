using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>A function of one number, entry by entry.</summary>
/// <param name="Function">The function.</param>
/// <param name="Derivative">Its derivative by the input, from input and output; null where it is zero or nobody may ask.</param>
internal sealed record Unary(Func<double, double> Function, Func<double, double, double>? Derivative = null)
    : IOperation
{
    private const double SeluScale = 1.0507009873554804934193349852946;
    private const double SeluAlpha = 1.6732632423543772848170429916717;

    internal static readonly Unary Negate = new(x => -x, (_, _) => -1);
    internal static readonly Unary Reciprocal = new(x => 1 / x, (_, y) => -y * y);
    internal static readonly Unary Absolute = new(Math.Abs, (x, _) => Math.Sign(x));
    internal static readonly Unary Square = new(x => x * x, (x, _) => 2 * x);
    internal static readonly Unary Sqrt = new(Math.Sqrt, (_, y) => 0.5 / y);
    internal static readonly Unary Rsqrt = new(x => 1 / Math.Sqrt(x), (_, y) => -0.5 * y * y * y);
    internal static readonly Unary Exp = new(Math.Exp, (_, y) => y);
    internal static readonly Unary Log = new(Math.Log, (x, _) => 1 / x);
    internal static readonly Unary Sin = new(Math.Sin, (x, _) => Math.Cos(x));
    internal static readonly Unary Cos = new(Math.Cos, (x, _) => -Math.Sin(x));
    internal static readonly Unary Tanh = new(Math.Tanh, (_, y) => 1 - (y * y));
    internal static readonly Unary Sigmoid = new(Logistic, (_, y) => y * (1 - y));
    internal static readonly Unary Relu = new(x => x > 0 ? x : 0, (x, _) => x > 0 ? 1 : 0);
    internal static readonly Unary Elu = new(x => x > 0 ? x : Math.Exp(x) - 1, (x, y) => x > 0 ? 1 : y + 1);
    internal static readonly Unary Softplus = new(SoftplusOf, (x, _) => Logistic(x));
    internal static readonly Unary LogSigmoid = new(x => -SoftplusOf(-x), (x, _) => Logistic(-x));
    internal static readonly Unary Swish = new(x => x * Logistic(x), (x, y) => Logistic(x) + (y * (1 - Logistic(x))));

    internal static readonly Unary Selu = new(
        x => SeluScale * (x > 0 ? x : SeluAlpha * (Math.Exp(x) - 1)),
        (x, y) => x > 0 ? SeluScale : y + (SeluScale * SeluAlpha)
    );

    /// <summary>The Gaussian error linear unit by the error function.</summary>
    internal static readonly Unary Gelu = new(
        x => x * NormalDistribution.Cumulative(x),
        (x, _) => NormalDistribution.Cumulative(x) + (x * NormalDistribution.Density(x))
    );

    internal static readonly Unary ErrorFunction = new(
        x => (2 * NormalDistribution.Cumulative(x * Math.Sqrt(2))) - 1,
        (x, _) => 2 * Math.Sqrt(2) * NormalDistribution.Density(x * Math.Sqrt(2))
    );

    internal static readonly Unary Sign = new(x => Math.Sign(x));
    internal static readonly Unary Floor = new(Math.Floor);
    internal static readonly Unary Ceil = new(Math.Ceiling);

    /// <summary>To the nearest whole number, halves to the even one, as TensorFlow does.</summary>
    internal static readonly Unary Round = new(x => Math.Round(x, MidpointRounding.ToEven));

    internal static readonly Unary Not = new(x => x == 0 ? 1 : 0);
    internal static readonly Unary Truncate = new(Math.Truncate);
    internal static readonly Unary IsNotZero = new(x => x == 0 ? 0 : 1);

    /// <summary>The function of the activation of that name, as RETURNN finds it in TensorFlow; null if it is no function of one number.</summary>
    internal static Unary? Named(string name) =>
        name switch
        {
            "tanh" => Tanh,
            "sigmoid" => Sigmoid,
            "relu" => Relu,
            "elu" => Elu,
            "selu" => Selu,
            "gelu" => Gelu,
            "swish" or "silu" => Swish,
            "softplus" => Softplus,
            "log_sigmoid" => LogSigmoid,
            "exp" => Exp,
            "log" => Log,
            "sqrt" => Sqrt,
            "rsqrt" => Rsqrt,
            "square" => Square,
            "abs" => Absolute,
            "negative" => Negate,
            "reciprocal" => Reciprocal,
            "sin" => Sin,
            "cos" => Cos,
            "sign" => Sign,
            "floor" => Floor,
            "ceil" => Ceil,
            "round" => Round,
            "logical_not" => Not,
            _ => RareNamed(name),
        };

    /// <summary>The logarithm of no less than a number; the gradient is as if nothing was raised (safe_log).</summary>
    internal static Unary SafeLog(double least) =>
        new(x => Math.Log(Math.Max(x, least)), (x, _) => 1 / Math.Max(x, least));

    internal static Unary LeakyRelu(double slope) => new(x => x > 0 ? x : slope * x, (x, _) => x > 0 ? 1 : slope);

    private static Unary? RareNamed(string name) =>
        name switch
        {
            "neg" => Negate,
            "relu6" => new(x => Math.Clamp(x, 0, 6), (x, _) => x is > 0 and < 6 ? 1 : 0),
            "leaky_relu" => LeakyRelu(0.2),
            "gelu2" => new(
                x => x * Logistic(1.702 * x),
                (x, y) => Logistic(1.702 * x) + (1.702 * y * (1 - Logistic(1.702 * x)))
            ),
            "gelu3" => Gelu,
            "softsign" => new(x => x / (1 + Math.Abs(x)), (x, _) => 1 / Math.Pow(1 + Math.Abs(x), 2)),
            "expm1" => new(double.ExpM1, (_, y) => y + 1),
            "log1p" => new(double.LogP1, (x, _) => 1 / (1 + x)),
            "tan" => new(Math.Tan, (_, y) => 1 + (y * y)),
            "asin" => new(Math.Asin, (x, _) => 1 / Math.Sqrt(1 - (x * x))),
            "acos" => new(Math.Acos, (x, _) => -1 / Math.Sqrt(1 - (x * x))),
            "atan" => new(Math.Atan, (x, _) => 1 / (1 + (x * x))),
            "sinh" => new(Math.Sinh, (x, _) => Math.Cosh(x)),
            "cosh" => new(Math.Cosh, (x, _) => Math.Sinh(x)),
            "asinh" => new(Math.Asinh, (x, _) => 1 / Math.Sqrt((x * x) + 1)),
            "acosh" => new(Math.Acosh, (x, _) => 1 / Math.Sqrt((x * x) - 1)),
            "atanh" => new(Math.Atanh, (x, _) => 1 / (1 - (x * x))),
            "erf" => ErrorFunction,
            "erfc" => new(x => 1 - ErrorFunction.Function(x), (x, y) => -ErrorFunction.Derivative!(x, y)),
            "rint" => Round,
            "is_nan" => new(x => double.IsNaN(x) ? 1 : 0),
            "is_inf" => new(x => double.IsInfinity(x) ? 1 : 0),
            "is_finite" => new(x => double.IsFinite(x) ? 1 : 0),
            "to_float" => new(x => x, (_, _) => 1),
            "to_int32" or "to_int64" => Truncate,
            "safe_log" => SafeLog(1e-20),
            // Behind this nothing is left of what it was made of (safe_exp).
            "safe_exp" => new(x => Math.Exp(Math.Max(x, Math.Log(1e-20))), (_, y) => y),
            "lin_exp" => new(x => x >= 0 ? x + 1 : Math.Exp(x), (x, y) => x >= 0 ? 1 : y),
            _ => null,
        };

    public NdArray Compute(ImmutableArray<NdArray> inputs)
    {
        var data = inputs[0].Data;
        var result = new double[data.Length];
        for (var place = 0; place < data.Length; place++)
        {
            result[place] = Function(data[place]);
        }

        return new(inputs[0].Shape, result);
    }

    public NdArray?[] Gradients(ImmutableArray<NdArray> inputs, NdArray output, NdArray gradient)
    {
        if (Derivative is null)
        {
            return [null];
        }

        var result = new double[gradient.Count];
        for (var place = 0; place < result.Length; place++)
        {
            result[place] = gradient.Data[place] * Derivative(inputs[0].Data[place], output.Data[place]);
        }

        return [new(output.Shape, result)];
    }

    private static double Logistic(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    private static double SoftplusOf(double x) => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x)));
}
