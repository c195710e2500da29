using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>
/// Losses: one number a frame or a sequence, for <see cref="Net.Loss"/>. RETURNN leaves out frames behind the end of a sequence and
/// sums over all others (contract 9).
/// </content>
public static partial class Ops
{
    /// <summary>
    /// Targets for <see cref="CrossEntropy"/> that are less sure: each other class gets an equal part of <paramref name="amount"/>,
    /// as in RETURNN's <c>smoothing_cross_entropy</c> (tf/util/basic.py:5010-5037). RETURNN also subtracts the lowest loss that such
    /// targets allow, a constant, from what it reports.
    /// </summary>
    /// <param name="target">Class indices, or probabilities with the dim of the classes as feature dim.</param>
    /// <param name="amount">How much of the probability is given away, from 0 to below 1.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>Probabilities, with the dim of the classes.</returns>
    public static Tensor SmoothLabels(
        Tensor target,
        double amount,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = "smooth_labels";
        if (!(amount is >= 0.0 and < 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "An amount is from 0 to below 1.");
        }

        var location = new SourceLocation(file, line);
        var classes = target.Sparse ?? target.Dims.Feature;

        // Of a single class nothing can be given away.
        var other = classes is { Size: > 1 and var size } ? amount / (size - 1) : 0.0;
        var own = classes is { Size: > 1 } ? 1.0 - amount : 1.0;
        if (target.Sparse is not null || classes?.Size is null)
        {
            return Record(new WhereNode(IsClass(Kind, target, location), own, other), location);
        }

        var scaled = Binary(BinaryOperator.Multiply, target, own - other, location);
        return Binary(BinaryOperator.Add, scaled, other, location);
    }

    /// <summary>
    /// The divergence of Kullback and Leibler (1951) of the softmax of logits from targets, in nats, one number a frame:
    /// <see cref="CrossEntropy"/> less the entropy of the targets, so that 0 is reached where both are the same.
    /// </summary>
    /// <param name="logits">Not yet probabilities; holds the dim of the classes.</param>
    /// <param name="target">Probabilities with the dim of the classes as feature dim; class indices have no entropy.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor KlDivergence(
        Tensor logits,
        Tensor target,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = "kl_divergence";
        var location = new SourceLocation(file, line);
        var entropy = Record(new CrossEntropyNode(logits, target), location);
        if (target.Sparse is not null || target.Dims.Feature is not { } classes)
        {
            return entropy;
        }

        // Of a probability of 0, x * log(x) would be no number.
        var terms = Layer.Function(
            "eval",
            [target],
            OptionValue.Dict(("eval", "tf.math.xlogy(source(0), source(0))")),
            target.Signature,
            location,
            NeedsReal(Kind, target),
            Kind
        );
        var inTarget = Reduce(ReduceMode.Sum, terms, [classes], masked: false, location);
        return Binary(BinaryOperator.Add, entropy, inTarget, location);
    }

    /// <summary>
    /// The cross entropy between a truth and the sigmoid of logits, in nats, the mean over the feature dim if there is one:
    /// what RETURNN's loss <c>bin_ce</c> sums over the frames. Computed without overflow by
    /// <c>tf.nn.sigmoid_cross_entropy_with_logits</c>: max(x, 0) - x * z + log(1 + exp(-|x|)).
    /// </summary>
    /// <param name="logits">Not yet probabilities.</param>
    /// <param name="target">Real numbers from 0 to 1, of the same dims.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor BinaryCrossEntropy(
        Tensor logits,
        Tensor target,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = "binary_cross_entropy";
        var location = new SourceLocation(file, line);
        var fault =
            NeedsReal(Kind, logits)
            ?? NeedsReal(Kind, target)
            ?? (logits.Dims.Equals(target.Dims) ? null : ShapeDiagnostics.DimMismatch(Kind, logits, target));
        var entries = Layer.Function(
            "eval",
            [logits, target],
            OptionValue.Dict(("eval", "tf.nn.sigmoid_cross_entropy_with_logits(logits=source(0), labels=source(1))")),
            logits.Signature,
            location,
            fault,
            Kind
        );
        return MeanOfFeatures(entries, location);
    }

    /// <summary>
    /// The squared difference, the mean over the feature dim if there is one: what RETURNN's loss <c>mse</c> sums over the frames
    /// (tf/layers/basic.py:13321).
    /// </summary>
    /// <param name="prediction">Real numbers.</param>
    /// <param name="target">Real numbers of the same dims.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor MeanSquaredError(
        Tensor prediction,
        Tensor target,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var location = new SourceLocation(file, line);
        return MeanOfFeatures(Binary(BinaryOperator.SquaredDifference, prediction, target, location), location);
    }

    /// <summary>
    /// The absolute difference, the mean over the feature dim if there is one: what RETURNN's loss <c>mean_l1</c> sums over the
    /// frames (tf/layers/basic.py:13352). RETURNN's <c>l1</c> sums over the features, too.
    /// </summary>
    /// <param name="prediction">Real numbers.</param>
    /// <param name="target">Real numbers of the same dims.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor MeanAbsoluteError(
        Tensor prediction,
        Tensor target,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var location = new SourceLocation(file, line);
        var difference = Binary(BinaryOperator.Subtract, prediction, target, location);
        return MeanOfFeatures(Unary(UnaryOperator.Absolute, difference, location), location);
    }

    /// <summary>
    /// Cross entropy that minds what is hard: multiplied by (1 - p)^focus, p being the probability of the target (Lin et al. 2017).
    /// The formula of the option <c>focal_loss_factor</c> of RETURNN's loss <c>ce</c> (tf/layers/basic.py:12475).
    /// </summary>
    /// <param name="logits">Not yet probabilities; holds the dim of the classes.</param>
    /// <param name="target">Class indices.</param>
    /// <param name="focus">
    /// The exponent: at least 1, as below it the gradient has no bound where p is 1; or 0, which is <see cref="CrossEntropy"/>.
    /// </param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor FocalCrossEntropy(
        Tensor logits,
        Tensor target,
        double focus = 2.0,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        if (!double.IsFinite(focus) || focus is not (0.0 or >= 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(focus), focus, "A focus is at least 1, or 0 for none.");
        }

        var location = new SourceLocation(file, line);
        var entropy = Record(new CrossEntropyNode(logits, target) { NeedsIndices = true }, location);
        if (focus == 0.0)
        {
            return entropy;
        }

        var hit = Unary(UnaryOperator.Exp, Unary(UnaryOperator.Negate, entropy, location), location);
        var missed = Binary(BinaryOperator.Subtract, 1.0, hit, location);
        var weight = Binary(BinaryOperator.Power, missed, focus, location);
        return Binary(BinaryOperator.Multiply, entropy, weight, location);
    }

    /// <summary>
    /// Minus the logarithm of the probability of a sequence of labels, summed over all ways to stretch it by blanks and repetitions
    /// (Graves et al. 2006): one number a sequence.
    /// </summary>
    /// <param name="logits">The batch, one dynamic dim, and the classes with the blank.</param>
    /// <param name="target">Class indices: the batch and one dynamic dim. Their classes are those of the logits, or all but the last.</param>
    /// <param name="blank">The index of the blank among the classes of the logits; the last unless given.</param>
    /// <param name="normalized">Whether the logits are logarithms of probabilities already.</param>
    /// <param name="best">Whether only the most likely way counts.</param>
    /// <param name="repeats">Whether a label may stand for several frames, so that equal neighbours need a blank between them.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Ctc(
        Tensor logits,
        Tensor target,
        int? blank = null,
        bool normalized = false,
        bool best = false,
        bool repeats = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = "ctc_loss";
        var classes = TheStatic(logits.Dims)?.Size ?? 0;
        var fault =
            NeedsReal(Kind, logits)
            ?? (target.Sparse is null ? ShapeDiagnostics.NotIndices(Kind, target) : null)
            ?? (IsSequence(logits.Dims, features: 1) ? null : ShapeDiagnostics.NotSequences(Kind, 1, logits))
            ?? (IsSequence(target.Dims, features: 0) ? null : ShapeDiagnostics.NotSequences(Kind, 0, target))
            ?? (
                target.Sparse!.Size is { } labels && (labels == classes || labels == classes - 1)
                    ? null
                    : ShapeDiagnostics.OtherClasses(Kind, logits, target)
            )
            ?? (blank < 0 || blank >= classes ? ShapeDiagnostics.NoSuchClass(Kind, blank!.Value, logits) : null);
        return Layer.Function(
            Kind,
            [],
            OptionValue.Dict(
                ("logits", logits),
                ("targets", target),
                ("logits_normalized", normalized),
                ("blank_index", blank ?? classes - 1),
                ("max_approx", best),
                ("label_loop", repeats)
            ),
            new([Dim.Batch], DataType.Float32),
            new(file, line),
            fault
        );
    }

    private static Tensor MeanOfFeatures(Tensor entries, SourceLocation location) =>
        entries.Dims.Feature is { } feature
            ? Reduce(ReduceMode.Mean, entries, [feature], masked: false, location)
            : entries;

    private static Dim? TheStatic(Shape dims)
    {
        foreach (var dim in dims)
        {
            if (dim.Size is not null)
            {
                return dim;
            }
        }

        return null;
    }

    private static bool IsSequence(Shape dims, int features)
    {
        var dynamic = 0;
        foreach (var dim in dims)
        {
            dynamic += dim.IsDynamic ? 1 : 0;
        }

        return dims.Contains(Dim.Batch) && dynamic == 1 && dims.Count == 2 + features;
    }
}
