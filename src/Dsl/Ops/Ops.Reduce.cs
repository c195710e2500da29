using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>Sums over dims, and what is made of them.</content>
public static partial class Ops
{
    /// <summary>The mean over dims.</summary>
    /// <param name="x">Holds the dims.</param>
    /// <param name="axes">The dims that go away.</param>
    /// <param name="masked">Whether frames behind the end of a sequence are left out.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor ReduceMean(
        Tensor x,
        Shape axes,
        bool masked = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Reduce(ReduceMode.Mean, x, axes, masked, new(file, line));

    /// <summary>The sum over dims; arguments as for <see cref="ReduceMean"/>.</summary>
    public static Tensor ReduceSum(
        Tensor x,
        Shape axes,
        bool masked = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Reduce(ReduceMode.Sum, x, axes, masked, new(file, line));

    /// <summary>The largest entry over dims; arguments as for <see cref="ReduceMean"/>.</summary>
    public static Tensor ReduceMax(
        Tensor x,
        Shape axes,
        bool masked = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Reduce(ReduceMode.Max, x, axes, masked, new(file, line));

    /// <summary>The smallest entry over dims; arguments as for <see cref="ReduceMean"/>.</summary>
    public static Tensor ReduceMin(
        Tensor x,
        Shape axes,
        bool masked = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Reduce(ReduceMode.Min, x, axes, masked, new(file, line));

    /// <summary>log(sum(exp(x))) over dims; arguments as for <see cref="ReduceMean"/>.</summary>
    public static Tensor ReduceLogSumExp(
        Tensor x,
        Shape axes,
        bool masked = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Reduce(ReduceMode.LogSumExp, x, axes, masked, new(file, line));

    /// <summary>Whether any entry over dims is true; arguments as for <see cref="ReduceMean"/>.</summary>
    public static Tensor ReduceAny(
        Tensor x,
        Shape axes,
        bool masked = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Reduce(ReduceMode.Any, x, axes, masked, new(file, line));

    /// <summary>Whether all entries over dims are true; arguments as for <see cref="ReduceMean"/>.</summary>
    public static Tensor ReduceAll(
        Tensor x,
        Shape axes,
        bool masked = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Reduce(ReduceMode.All, x, axes, masked, new(file, line));

    /// <summary>Mean and biased variance over dims: the variance is the mean of squared distances from the mean.</summary>
    /// <param name="x">Holds the dims.</param>
    /// <param name="axes">The dims that go away.</param>
    /// <param name="masked">Whether frames behind the end of a sequence are left out.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static (Tensor Mean, Tensor Variance) Moments(
        Tensor x,
        Shape axes,
        bool masked = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var location = new SourceLocation(file, line);
        var mean = Reduce(ReduceMode.Mean, x, axes, masked, location);
        var squares = Unary(UnaryOperator.Square, Binary(BinaryOperator.Subtract, x, mean, location), location);
        return (mean, Reduce(ReduceMode.Mean, squares, axes, masked, location));
    }

    /// <summary>The sum of products over dims that both tensors have, as in a matrix product; other shared dims are kept once.</summary>
    /// <param name="a">The left tensor.</param>
    /// <param name="b">The right tensor.</param>
    /// <param name="reduce">The dims that go away.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Dot(
        Tensor a,
        Tensor b,
        Dim reduce,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Record(new DotNode(a, b, [reduce]), new(file, line));

    /// <summary>Probabilities over one dim: exp(x) / sum(exp(x)).</summary>
    /// <param name="logits">Holds the dim.</param>
    /// <param name="over">The dim whose entries sum to 1.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Softmax(
        Tensor logits,
        Dim over,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Record(new SoftmaxNode(logits, over, logarithm: false), new(file, line));

    /// <summary>The logarithm of <see cref="Softmax"/>.</summary>
    public static Tensor LogSoftmax(
        Tensor logits,
        Dim over,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Record(new SoftmaxNode(logits, over, logarithm: true), new(file, line));

    /// <summary>The cross entropy between targets and the softmax of logits, in nats, one number a frame.</summary>
    /// <param name="logits">Not yet probabilities; holds the dim of the classes.</param>
    /// <param name="target">Class indices, or probabilities with the dim of the classes as feature dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor CrossEntropy(
        Tensor logits,
        Tensor target,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Record(new CrossEntropyNode(logits, target), new(file, line));

    private static Tensor Reduce(ReduceMode mode, Tensor x, Shape axes, bool masked, SourceLocation location) =>
        Record(new ReduceNode(mode, x, axes, masked), location);
}
