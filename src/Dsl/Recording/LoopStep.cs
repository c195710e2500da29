using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>
/// One step of a loop, as its body records it; from <see cref="Ops.Loop(Dim, Func{LoopStep, LoopResult}, Tensor?, string, int)"/>. What
/// stands outside of the loop is read in it without ceremony.
/// </summary>
public sealed class LoopStep
{
    private readonly Net net;
    private readonly Block body;
    private readonly Dim axis;
    private readonly Dim? targets;
    private Tensor? index;

    internal LoopStep(Net net, Block body, Dim axis, Dim? targets) =>
        (this.net, this.body, this.axis, this.targets) = (net, body, axis, targets);

    /// <summary>The number of the step: a scalar of 32 bits, 0 in the first.</summary>
    public Tensor Index => index ??= net.RecordIn(body, new LoopIndexNode(), SourceLocation.None);

    internal Tensor? EndCondition { get; private set; }

    internal bool IncludesEnd { get; private set; }

    internal SourceLocation EndLocation { get; private set; }

    internal List<LoopStateNode> States { get; } = [];

    /// <summary>The frame of a sequence that belongs to this step.</summary>
    /// <param name="sequence">Has the dim that the loop runs over, and does not depend on the steps.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Tensor Unstack(Tensor sequence, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        return net.RecordIn(body, new UnstackNode(sequence, axis, targets), new(file, line));
    }

    /// <summary>Something that is kept from one step for the next.</summary>
    /// <param name="initial">Its value before the first step; says which dims it has.</param>
    /// <param name="name">The name of its layer.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LoopState State(
        Tensor initial,
        string? name = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(initial);
        var node = new LoopStateNode(initial, name);
        net.RecordIn(body, node, new(file, line));
        States.Add(node);
        return new(net, node);
    }

    /// <summary>Something that is kept from one step for the next, the same number everywhere before the first.</summary>
    /// <param name="dims">Its dims, the batch among them.</param>
    /// <param name="initial">The number.</param>
    /// <param name="name">The name of its layer.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LoopState State(
        Shape dims,
        double initial = 0.0,
        string? name = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => State(ConstantNode.Make(initial, DataType.Float32, dims, new(file, line)), name, file, line);

    /// <summary>A class index that is kept from one step for the next.</summary>
    /// <param name="dims">Its dims, the batch among them.</param>
    /// <param name="sparse">The dim that it points into.</param>
    /// <param name="initial">The index before the first step.</param>
    /// <param name="name">The name of its layer.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first index is none of the dim's.</exception>
    public LoopState State(
        Shape dims,
        Dim sparse,
        int initial = 0,
        string? name = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(sparse);
        ArgumentOutOfRangeException.ThrowIfNegative(initial);
        if (initial >= sparse.Size)
        {
            throw new ArgumentOutOfRangeException(
                nameof(initial),
                initial,
                $"The first index must be one of {sparse}."
            );
        }

        var first = ConstantNode.Make(initial, new Signature(dims, DataType.Int32, sparse), new(file, line));
        return State(first, name, file, line);
    }

    /// <summary>A label that each step emits, and the next one reads.</summary>
    /// <param name="targets">Which labels there are; in training, which ones are right. Class indices from the dataset.</param>
    /// <param name="initial">The label before the first step.</param>
    /// <param name="name">The name of its layer.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The targets are no class indices, or not as they come from the dataset.</exception>
    public LoopChoice Choice(
        Tensor targets,
        int initial = 0,
        string? name = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (targets.Node is not InputNode || targets.Sparse is not { } classes)
        {
            throw new ArgumentException(
                "Targets are class indices from net.Input(..., sparse: classes).",
                nameof(targets)
            );
        }

        var time = targets.Dims.FirstOrDefault(dim => dim.IsDynamic) ?? axis;
        var first = State(targets.Dims.Except(time), classes, initial, name, file, line);
        return new(net, first, targets, time);
    }

    /// <summary>Says when the loop ends. Then it runs over a dim of its own, and needs a bound.</summary>
    /// <param name="condition">[batch]: whether this step is the last one of the sequence.</param>
    /// <param name="include">Whether the step that says so still counts.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void End(
        Tensor condition,
        bool include = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(condition);
        var location = net.CallSite.IsKnown ? net.CallSite : new SourceLocation(file, line);
        if (EndCondition is not null)
        {
            net.Report(LoopDiagnostics.EndedTwice(EndLocation), location);
            return;
        }

        var isInBody = net.IsRightIn(body);
        var fits = condition.Type == DataType.Bool && condition.Dims.Equals([Dim.Batch]);
        if (!isInBody || (!fits && !condition.IsFaulty))
        {
            net.Report(
                isInBody ? LoopDiagnostics.EndShape(condition) : LoopDiagnostics.SaidInside(condition),
                location
            );
            condition = new Tensor(condition.Node, condition.Index, condition.Signature, faulty: true);
        }

        (EndCondition, IncludesEnd, EndLocation) = (condition, include, location);
    }

    /// <summary>Makes sure that what is recorded now is right in the body of the loop, where states are kept.</summary>
    internal void RequireHere()
    {
        if (!net.IsRecordingIn(body))
        {
            throw new InvalidOperationException(
                "What keeps a state is recorded right in the body of the loop, not in a branch or a loop inside of it, and not outside."
            );
        }
    }

    /// <summary>Lets the loop yield the values of all steps, along the dim that it runs over.</summary>
    public LoopResult Stack(Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(body, value, isLast: false);
    }

    /// <summary>Lets the loop yield what a state was after each step.</summary>
    public LoopResult Stack(LoopState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(body, state.Node, isLast: false);
    }

    /// <summary>Lets the loop yield the value of the last step of each sequence.</summary>
    public LoopResult Last(Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(body, value, isLast: true);
    }

    /// <summary>Lets the loop yield what a state was after the last step of each sequence.</summary>
    public LoopResult Last(LoopState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(body, state.Node, isLast: true);
    }
}
