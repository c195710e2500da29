using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>What is computed only under a condition, and deferred updates.</content>
public static partial class Ops
{
    /// <summary>Whether the step trains: a scalar, true in training steps only (contract 6).</summary>
    public static Tensor TrainFlag([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        TrainFlagNode.Make(new(file, line));

    /// <summary>How many training steps there were before this one: a scalar of 64 bits.</summary>
    public static Tensor GlobalTrainStep([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Layer.Function("global_train_step", [], DictValue.Empty, new(Shape.Scalar, DataType.Int64), new(file, line));

    /// <summary>Computes one of two things, chosen by one truth value. Updates inside a branch happen only if it runs.</summary>
    /// <param name="condition">A scalar truth value, such as <see cref="TrainFlag"/>.</param>
    /// <param name="then">Records what is computed if it is true.</param>
    /// <param name="otherwise">Records what is computed if it is false; same dims and type.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Cond(
        Tensor condition,
        Func<Tensor> then,
        Func<Tensor> otherwise,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Branches(condition, () => [then()], () => [otherwise()], new(file, line))[0];

    /// <summary>As <see cref="Cond(Tensor, Func{Tensor}, Func{Tensor}, string, int)"/>, with two results.</summary>
    public static (Tensor First, Tensor Second) Cond(
        Tensor condition,
        Func<(Tensor First, Tensor Second)> then,
        Func<(Tensor First, Tensor Second)> otherwise,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var results = Branches(condition, () => Listed(then()), () => Listed(otherwise()), new(file, line));
        return (results[0], results[1]);

        static ImmutableArray<Tensor> Listed((Tensor First, Tensor Second) pair) => [pair.First, pair.Second];
    }

    /// <summary>As <see cref="Cond(Tensor, Func{Tensor}, Func{Tensor}, string, int)"/>, with any number of results.</summary>
    public static IReadOnlyList<Tensor> Cond(
        Tensor condition,
        Func<IReadOnlyList<Tensor>> then,
        Func<IReadOnlyList<Tensor>> otherwise,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Branches(condition, () => [.. then()], () => [.. otherwise()], new(file, line));

    /// <summary>Updates parameters in one of two ways, chosen by one truth value; yields nothing.</summary>
    public static void Cond(
        Tensor condition,
        Action then,
        Action otherwise,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Branches(condition, () => Nothing(then), () => Nothing(otherwise), new(file, line));

    /// <summary>Updates parameters only if the condition is true; yields nothing.</summary>
    /// <param name="condition">A scalar truth value, such as <see cref="TrainFlag"/>.</param>
    /// <param name="then">Records the updates.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static void When(
        Tensor condition,
        Action then,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Branches(condition, () => Nothing(then), () => [], new(file, line));

    internal static void Assign(Parameter parameter, Tensor value, AssignOperator op, SourceLocation location)
    {
        var net = Net.Of(value) ?? throw Net.NothingRecording();
        net.Record(new AssignNode(parameter, value, op), location);
    }

    private static ImmutableArray<Tensor> Nothing(Action record)
    {
        record();
        return [];
    }

    private static ImmutableArray<Tensor> Branches(
        Tensor condition,
        Func<ImmutableArray<Tensor>> then,
        Func<ImmutableArray<Tensor>> otherwise,
        SourceLocation location
    )
    {
        var net = Net.Of(condition) ?? throw Net.NothingRecording();
        var (thenBlock, thenResults) = net.Branch(condition, value: true, then);
        var (otherwiseBlock, otherwiseResults) = net.Branch(condition, value: false, otherwise);
        var node = new CondNode(condition, thenBlock, thenResults, otherwiseBlock, otherwiseResults);
        return net.Record(node.Adopt(), location);
    }
}
