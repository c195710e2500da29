using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>Steps done one after the other.</content>
public static partial class Ops
{
    /// <summary>
    /// Records a loop: its steps run one after the other along a dim, and each may read what the one before has left.
    /// RETURNN takes out of the loop what does not depend on other steps (contract 8).
    /// </summary>
    /// <example><code>
    /// var frames = Loop(time, step =>
    /// {
    ///     var x = step.Unstack(data);
    ///     var sum = step.State([Dim.Batch, features]);
    ///     sum.Assign(sum.Previous * 0.9 + x * 0.1);
    ///     return step.Stack(sum);
    /// });
    /// </code></example>
    /// <param name="over">
    /// The dim of the sequences that are unstacked. A dim of its own, made with <see cref="Dim.Dynamic"/>, if the steps say when they end.
    /// </param>
    /// <param name="body">Records one step, and answers what the loop shall yield.</param>
    /// <param name="maxLength">How many steps there are at most, where the steps say when they end: a number, or a scalar of whole numbers.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Loop(
        Dim over,
        Func<LoopStep, LoopResult> body,
        Tensor? maxLength = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Steps(over, step => [body(step)], maxLength, new(file, line))[0];

    /// <summary>As <see cref="Loop(Dim, Func{LoopStep, LoopResult}, Tensor?, string, int)"/>, with two results.</summary>
    public static (Tensor First, Tensor Second) Loop(
        Dim over,
        Func<LoopStep, (LoopResult First, LoopResult Second)> body,
        Tensor? maxLength = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var results = Steps(over, step => Listed(body(step)), maxLength, new(file, line));
        return (results[0], results[1]);

        static ImmutableArray<LoopResult> Listed((LoopResult First, LoopResult Second) pair) =>
            [pair.First, pair.Second];
    }

    /// <summary>As <see cref="Loop(Dim, Func{LoopStep, LoopResult}, Tensor?, string, int)"/>, with any number of results.</summary>
    public static IReadOnlyList<Tensor> Loop(
        Dim over,
        Func<LoopStep, IReadOnlyList<LoopResult>> body,
        Tensor? maxLength = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Steps(over, step => [.. body(step)], maxLength, new(file, line));

    /// <summary>
    /// Records a decoder: a loop that emits one label in each step. In training it runs over the targets, in search
    /// (<see cref="Net.Task"/>) until the steps say that it ends, along a dim of its own.
    /// </summary>
    /// <param name="targets">Class indices from the dataset, with one dynamic dim.</param>
    /// <param name="body">Records one step, and answers what the loop shall yield. It says the end; in training that has no effect.</param>
    /// <param name="maxLength">How many labels there are at most: a number, or a scalar of whole numbers.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Decode(
        Tensor targets,
        Func<LoopStep, LoopResult> body,
        Tensor maxLength,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Labels(targets, step => [body(step)], maxLength, new(file, line))[0];

    /// <summary>As <see cref="Decode(Tensor, Func{LoopStep, LoopResult}, Tensor, string, int)"/>, with two results.</summary>
    public static (Tensor First, Tensor Second) Decode(
        Tensor targets,
        Func<LoopStep, (LoopResult First, LoopResult Second)> body,
        Tensor maxLength,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var results = Labels(targets, step => Listed(body(step)), maxLength, new(file, line));
        return (results[0], results[1]);

        static ImmutableArray<LoopResult> Listed((LoopResult First, LoopResult Second) pair) =>
            [pair.First, pair.Second];
    }

    /// <summary>As <see cref="Decode(Tensor, Func{LoopStep, LoopResult}, Tensor, string, int)"/>, with any number of results.</summary>
    public static IReadOnlyList<Tensor> Decode(
        Tensor targets,
        Func<LoopStep, IReadOnlyList<LoopResult>> body,
        Tensor maxLength,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Labels(targets, step => [.. body(step)], maxLength, new(file, line));

    /// <summary>The best of the labels that search has found; without search, the labels as they are.</summary>
    /// <param name="labels">What a decoder yields.</param>
    /// <param name="lengthNormalization">Whether the scores are divided by the lengths once more.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Decide(
        Tensor labels,
        bool lengthNormalization = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(labels);
        var options = OptionValue.Dict(("length_normalization", lengthNormalization));
        return Layer.Function("decide", [labels], options, labels.Signature, new(file, line));
    }

    /// <summary>
    /// Computes something in a step of a loop for some sequences only. The others keep the result of the step before, and the states
    /// inside of it, such as those of <c>Lstm.Step</c>; before the first time, zeros.
    /// </summary>
    /// <param name="mask">[batch]: for which sequences.</param>
    /// <param name="body">Records what is computed.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="InvalidOperationException">It is not right in the body of a loop.</exception>
    public static Tensor Masked(
        Tensor mask,
        Func<Tensor> body,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(body);
        var net = Net.Of(mask) ?? throw Net.NothingRecording();
        var (block, result) = net.MaskedBody(mask, body);
        return net.Record(new MaskedNode(mask, block, result).Adopt(), new(file, line))[0];
    }

    /// <summary>
    /// Computes something for the selected frames of whole sequences only, as if there were no others, such as a net over labels without
    /// blanks. Each of the other frames has the result of the last selected one before it; before the first, zeros.
    /// </summary>
    /// <param name="mask">[batch, time]: which frames. The time is a dynamic dim.</param>
    /// <param name="x">Has the dims of the mask.</param>
    /// <param name="body">Records what is computed, from the selected frames and the dim that they are along, which its result has.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Masked(
        Tensor mask,
        Tensor x,
        Func<Tensor, Dim, Tensor> body,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(body);
        var kept = Dim.Dynamic($"{FramesOf(mask)?.Name ?? "frames"}_kept");
        return Unmask(body(KeepFrames(x, mask, kept, file, line), kept), mask, kept, file: file, line: line);
    }

    private static ImmutableArray<Tensor> Labels(
        Tensor targets,
        Func<LoopStep, ImmutableArray<LoopResult>> record,
        Tensor maxLength,
        SourceLocation location
    )
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(maxLength);
        var net = Net.Of(targets) ?? throw Net.NothingRecording();
        var time = targets.RequireOneDynamic(nameof(Decode));
        maxLength = Whole(maxLength);
        if (net.Task != NetTask.Search && !LoopNode.IsLength(maxLength))
        {
            // Training does not need it, but shall not hide what search will refuse.
            net.Report(LoopDiagnostics.MaxLength(maxLength), location);
        }

        return net.Task == NetTask.Search
            ? Steps(Dim.Dynamic($"{time.Name}_found"), record, maxLength, location, targets: time)
            : Steps(time, record, maxLength, location, endsByItself: false);
    }

    private static ImmutableArray<Tensor> Steps(
        Dim over,
        Func<LoopStep, ImmutableArray<LoopResult>> record,
        Tensor? maxLength,
        SourceLocation location,
        bool endsByItself = true,
        Dim? targets = null
    )
    {
        ArgumentNullException.ThrowIfNull(over);
        maxLength = maxLength is null ? null : Whole(maxLength);
        var net = (maxLength is null ? Net.Recording : Net.Of(maxLength)) ?? throw Net.NothingRecording();
        LoopStep? step = null;
        var (body, results) = net.LoopBody(block => record(step = new LoopStep(net, block, over, targets)));
        if (results.Length == 0)
        {
            throw new ArgumentException(
                "A loop yields something: return step.Stack(...) or step.Last(...).",
                nameof(record)
            );
        }

        if (!results.All(result => result.IsOf(body)))
        {
            throw new ArgumentException(
                "A loop yields what its own step has stacked, not the step of another loop.",
                nameof(record)
            );
        }

        foreach (var state in step!.States)
        {
            if (state.Next is null)
            {
                net.Report(LoopDiagnostics.NeverAssigned(state), state.Location);
            }
        }

        var yields = results.Select(result => result.Yield()).ToImmutableArray();
        var node = new LoopNode(over, body, yields, endsByItself ? maxLength : null)
        {
            End = endsByItself ? step.EndCondition : null,
            IncludesEnd = step.IncludesEnd,
        };
        return net.Record(node.Adopt(), location);
    }

    // Constant(100) is a real number, and means a whole one here.
    private static Tensor Whole(Tensor length) =>
        length.Node is ConstantNode { Value: RealValue { Value: var number } } && number == (int)number
            ? ConstantNode.Make((int)number, new Signature(length.Dims, DataType.Int32), length.Node.Location)
            : length;
}
