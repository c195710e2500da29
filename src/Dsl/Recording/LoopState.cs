using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>
/// What a loop keeps from one step for the next; from <see cref="LoopStep.State(Tensor, string?, string, int)"/>. Each step reads what the
/// step before has left, and assigns once what the next one shall find.
/// </summary>
public sealed class LoopState
{
    private readonly Net net;

    internal LoopState(Net net, LoopStateNode node) => (this.net, Node) = (net, node);

    /// <summary>The value that the step before assigned; in the first step, the first value.</summary>
    public Tensor Previous => Node.Output;

    internal LoopStateNode Node { get; }

    /// <summary>Says what the state is after this step; once in each step.</summary>
    /// <param name="value">Dims and type of the first value.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The value.</returns>
    public Tensor Assign(Tensor value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(value);
        var location = net.CallSite.IsKnown ? net.CallSite : new SourceLocation(file, line);
        if (Node.Next is not null)
        {
            net.Report(LoopDiagnostics.AssignedTwice(Node), location);
            return value;
        }

        var isInBody = net.IsRightIn(Node.Block!);
        if (isInBody && Fits(value))
        {
            Node.Become(value, location);
            return value;
        }

        net.Report(isInBody ? LoopDiagnostics.StateChanges(Node, value) : LoopDiagnostics.SaidInside(Node), location);
        Node.Become(new Tensor(value.Node, value.Index, value.Signature, faulty: true), location);
        return value;
    }

    private bool Fits(Tensor value) =>
        value.IsFaulty
        || Previous.IsFaulty
        || (
            value.Dims.Equals(Previous.Dims)
            && value.Type == Previous.Type
            && ReferenceEquals(value.Sparse, Previous.Sparse)
        );
}
