using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>What can be computed from tensors; write <c>using static NetDsl.Ops;</c> and call the functions by name.</summary>
/// <remarks>
/// Each call records one step and answers the tensor it will yield. The last two arguments of each are filled in by the compiler:
/// they are the place that diagnostics name.
/// </remarks>
public static partial class Ops
{
    /// <summary>Marks a tensor so that an operation may add dims to both operands: <c>Broadcast(a) * b</c> has the dims of both.</summary>
    public static Tensor Broadcast(Tensor x) => x.Broadcasting();

    /// <summary>A scalar, or the same number in every entry of a shape.</summary>
    public static Tensor Constant(
        double value,
        Shape? dims = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => ConstantNode.Make(value, DataType.Float32, dims ?? Shape.Scalar, new(file, line));

    /// <summary>The absolute value.</summary>
    public static Tensor Abs(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Absolute, x, new(file, line));

    /// <summary>x * x.</summary>
    public static Tensor Square(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Square, x, new(file, line));

    /// <summary>The square root.</summary>
    public static Tensor Sqrt(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Sqrt, x, new(file, line));

    /// <summary>1 / sqrt(x).</summary>
    public static Tensor Rsqrt(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Rsqrt, x, new(file, line));

    /// <summary>1 / x.</summary>
    public static Tensor Reciprocal(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Reciprocal, x, new(file, line));

    /// <summary>e to the power of x.</summary>
    public static Tensor Exp(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Exp, x, new(file, line));

    /// <summary>The natural logarithm.</summary>
    public static Tensor Log(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Log, x, new(file, line));

    /// <summary>max(x, 0).</summary>
    public static Tensor Relu(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Relu, x, new(file, line));

    /// <summary>1 / (1 + exp(-x)).</summary>
    public static Tensor Sigmoid(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Sigmoid, x, new(file, line));

    /// <summary>The hyperbolic tangent.</summary>
    public static Tensor Tanh(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Tanh, x, new(file, line));

    /// <summary>The Gaussian error linear unit as RETURNN's activation <c>gelu</c> computes it.</summary>
    public static Tensor Gelu(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Gelu, x, new(file, line));

    /// <summary>x * sigmoid(x).</summary>
    public static Tensor Swish(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Swish, x, new(file, line));

    /// <summary>Logical not.</summary>
    public static Tensor Not(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Unary(UnaryOperator.Not, x, new(file, line));

    /// <summary>Logical and.</summary>
    public static Tensor And(Tensor a, Tensor b, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Binary(BinaryOperator.And, a, b, new(file, line));

    /// <summary>Logical or.</summary>
    public static Tensor Or(Tensor a, Tensor b, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Binary(BinaryOperator.Or, a, b, new(file, line));

    /// <summary>The larger of two.</summary>
    public static Tensor Maximum(
        Tensor a,
        Tensor b,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Binary(BinaryOperator.Maximum, a, b, new(file, line));

    /// <summary>The smaller of two.</summary>
    public static Tensor Minimum(
        Tensor a,
        Tensor b,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Binary(BinaryOperator.Minimum, a, b, new(file, line));

    /// <summary>a to the power of b.</summary>
    public static Tensor Pow(Tensor a, Tensor b, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Binary(BinaryOperator.Power, a, b, new(file, line));

    /// <summary>(a - b) squared.</summary>
    public static Tensor SquaredDifference(
        Tensor a,
        Tensor b,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Binary(BinaryOperator.SquaredDifference, a, b, new(file, line));

    /// <summary>Whether entries are equal.</summary>
    public static Tensor Equal(
        Tensor a,
        Tensor b,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Compare(ComparisonOperator.Equal, a, b, new(file, line));

    /// <summary>Whether entries differ.</summary>
    public static Tensor NotEqual(
        Tensor a,
        Tensor b,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Compare(ComparisonOperator.NotEqual, a, b, new(file, line));

    /// <summary>Chooses entry by entry; both alternatives are computed. For a choice of what is computed, see <see cref="Cond(Tensor, Func{Tensor}, Func{Tensor}, string, int)"/>.</summary>
    public static Tensor Where(
        Tensor condition,
        Tensor whenTrue,
        Tensor whenFalse,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Record(new WhereNode(condition, whenTrue, whenFalse), new(file, line));

    /// <summary>The same values as another type. Class indices become plain numbers.</summary>
    public static Tensor Cast(
        Tensor x,
        DataType type,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var location = new SourceLocation(file, line);
        var number = x.Sparse is not null && type is DataType.Int32 or DataType.Int64 ? Number(x, location) : x;
        return ReferenceEquals(number, x) || number.Type != type
            ? Record(new CastNode(number, type), location)
            : number;
    }

    // RETURNN's cast keeps what whole numbers count (tf/layers/basic.py:5833).
    private static Tensor Number(Tensor indices, SourceLocation location) =>
        Layer.Function(
            "reinterpret_data",
            [indices],
            OptionValue.Dict(("set_sparse", false)),
            indices.Signature with
            {
                Sparse = null,
            },
            location
        );

    internal static Tensor Unary(UnaryOperator op, Tensor x, SourceLocation location) =>
        Record(new UnaryNode(op, x), location);

    internal static Tensor Binary(BinaryOperator op, Tensor left, Tensor right, SourceLocation location) =>
        Record(new BinaryNode(op, left, right), location);

    internal static Tensor Compare(ComparisonOperator op, Tensor left, Tensor right, SourceLocation location) =>
        Record(new CompareNode(op, left, right), location);

    private static Tensor Record(Node node, SourceLocation location) => NetOf(node).Record(node, location)[0];

    private static Net NetOf(Node node) => Net.Of(node.Inputs.AsSpan()) ?? throw Net.NothingRecording();
}
