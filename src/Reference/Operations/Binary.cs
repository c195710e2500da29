using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace NetDsl.Reference;

/// <summary>A function of two numbers, entry by entry; axes of size one are repeated.</summary>
/// <param name="Function">The function.</param>
/// <param name="ByLeft">Its derivative by the left one, from both and the output; null where it is zero or nobody may ask.</param>
/// <param name="ByRight">That by the right one.</param>
internal sealed record Binary(
    Func<double, double, double> Function,
    Func<double, double, double, double>? ByLeft = null,
    Func<double, double, double, double>? ByRight = null
) : IOperation
{
    internal static readonly Binary Add = new((a, b) => a + b, (_, _, _) => 1, (_, _, _) => 1);
    internal static readonly Binary Subtract = new((a, b) => a - b, (_, _, _) => 1, (_, _, _) => -1);
    internal static readonly Binary Multiply = new((a, b) => a * b, (_, b, _) => b, (a, _, _) => a);
    internal static readonly Binary Divide = new((a, b) => a / b, (_, b, _) => 1 / b, (_, b, y) => -y / b);

    internal static readonly Binary Power = new(
        Math.Pow,
        (a, b, _) => b * Math.Pow(a, b - 1),
        (a, _, y) => a > 0 ? y * Math.Log(a) : 0
    );

    // TensorFlow gives the whole gradient to the left one of equals.
    internal static readonly Binary Maximum = new(Math.Max, (a, b, _) => a >= b ? 1 : 0, (a, b, _) => a >= b ? 0 : 1);
    internal static readonly Binary Minimum = new(Math.Min, (a, b, _) => a <= b ? 1 : 0, (a, b, _) => a <= b ? 0 : 1);

    internal static readonly Binary SquaredDifference = new(
        (a, b) => (a - b) * (a - b),
        (a, b, _) => 2 * (a - b),
        (a, b, _) => 2 * (b - a)
    );

    internal static readonly Binary LogAddExp = new(
        (a, b) =>
            double.IsNegativeInfinity(Math.Max(a, b))
                ? double.NegativeInfinity
                : Math.Max(a, b) + double.LogP1(Math.Exp(-Math.Abs(a - b))),
        (a, _, y) => Math.Exp(a - y),
        (_, b, y) => Math.Exp(b - y)
    );

    internal static readonly Binary FloorDivide = new((a, b) => Math.Floor(a / b));
    internal static readonly Binary Modulo = new(
        (a, b) => a - (b * Math.Floor(a / b)),
        (_, _, _) => 1,
        (a, b, _) => -Math.Floor(a / b)
    );

    // Nothing where the left one is 0, as in TensorFlow.
    internal static readonly Binary TimesLog = new(
        (a, b) => a == 0 ? 0 : a * Math.Log(b),
        (a, b, _) => a == 0 ? 0 : Math.Log(b),
        (a, b, _) => a == 0 ? 0 : a / b
    );

    /// <summary>The cross entropy of a probability and the logistic function of a number.</summary>
    internal static readonly Binary SigmoidCrossEntropy = new(
        (p, x) => Math.Max(x, 0) - (x * p) + double.LogP1(Math.Exp(-Math.Abs(x))),
        (_, x, _) => -x,
        (p, x, _) => Unary.Sigmoid.Function(x) - p
    );

    internal static readonly Binary And = new((a, b) => a != 0 && b != 0 ? 1 : 0);
    internal static readonly Binary Or = new((a, b) => a != 0 || b != 0 ? 1 : 0);
    internal static readonly Binary Equal = new((a, b) => a == b ? 1 : 0);
    internal static readonly Binary NotEqual = new((a, b) => a != b ? 1 : 0);
    internal static readonly Binary Less = new((a, b) => a < b ? 1 : 0);
    internal static readonly Binary LessEqual = new((a, b) => a <= b ? 1 : 0);
    internal static readonly Binary Greater = new((a, b) => a > b ? 1 : 0);
    internal static readonly Binary GreaterEqual = new((a, b) => a >= b ? 1 : 0);

    /// <summary>The function of the <c>kind</c> of a <c>combine</c> or <c>compare</c> layer; null if there is none.</summary>
    internal static Binary? Named(string kind) =>
        kind switch
        {
            "add" or "average" => Add,
            "sub" => Subtract,
            "mul" => Multiply,
            "truediv" => Divide,
            "pow" => Power,
            "maximum" => Maximum,
            "minimum" => Minimum,
            "squared_difference" => SquaredDifference,
            "logaddexp" => LogAddExp,
            "floordiv" => FloorDivide,
            "mod" or "floormod" => Modulo,
            "logical_and" => And,
            "logical_or" => Or,
            "equal" => Equal,
            "not_equal" => NotEqual,
            "less" => Less,
            "less_equal" => LessEqual,
            "greater" => Greater,
            "greater_equal" => GreaterEqual,
            _ => null,
        };

    public NdArray Compute(ImmutableArray<NdArray> inputs)
    {
        var (left, right) = (inputs[0], inputs[1]);
        var shape = Broadcasting.Common(left.Shape, right.Shape);
        var result = new double[NdArray.CountOf(shape)];
        if (left.Count == result.Length && right.Count == result.Length && ComputeFast(left.Data, right.Data, result))
        {
            return new(shape, result);
        }

        var (leftData, rightData) = (Broadcasting.Fill(left, shape).Data, Broadcasting.Fill(right, shape).Data);
        for (var place = 0; place < result.Length; place++)
        {
            result[place] = Function(leftData[place], rightData[place]);
        }

        return new(shape, result);
    }

    public NdArray?[] Gradients(ImmutableArray<NdArray> inputs, NdArray output, NdArray gradient) =>
        [
            ByLeft is null ? null : Gradient(ByLeft, inputs, output, gradient, inputs[0]),
            ByRight is null ? null : Gradient(ByRight, inputs, output, gradient, inputs[1]),
        ];

    private bool ComputeFast(double[] left, double[] right, double[] result)
    {
        if (this == Add)
        {
            TensorPrimitives.Add(left, right, result);
        }
        else if (this == Subtract)
        {
            TensorPrimitives.Subtract(left, right, result);
        }
        else if (this == Multiply)
        {
            TensorPrimitives.Multiply(left, right, result);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static NdArray Gradient(
        Func<double, double, double, double> derivative,
        ImmutableArray<NdArray> inputs,
        NdArray output,
        NdArray gradient,
        NdArray input
    )
    {
        var left = Broadcasting.Fill(inputs[0], output.Shape).Data;
        var right = Broadcasting.Fill(inputs[1], output.Shape).Data;
        var result = new double[gradient.Count];
        for (var place = 0; place < result.Length; place++)
        {
            result[place] = gradient.Data[place] * derivative(left[place], right[place], output.Data[place]);
        }

        return Broadcasting.Collect(new(output.Shape, result), input.Shape);
    }
}
