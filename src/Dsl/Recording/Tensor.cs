using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>
/// A value in the graph: not numbers, but the promise of them. Operators and <see cref="Ops"/> record what shall be computed.
/// </summary>
/// <remarks>
/// Elementwise operators match dims by identity. One operand must hold all dims of the other;
/// to combine two that do not, ask for it with <see cref="Ops.Broadcast"/>.
/// </remarks>
public class Tensor
{
    internal Tensor(Node node, int index, Signature signature, bool faulty = false)
    {
        (Node, Index, Signature, IsFaulty) = (node, index, signature, faulty);
    }

    private Tensor(Tensor other, bool mayBroadcast)
        : this(other.Node, other.Index, other.Signature, other.IsFaulty)
    {
        MayBroadcast = mayBroadcast;
    }

    /// <summary>The dims, as a set.</summary>
    public Shape Dims => Signature.Shape;

    /// <summary>What the entries are.</summary>
    public DataType Type => Signature.Type;

    /// <summary>For class indices, the dim they point into; otherwise null.</summary>
    public Dim? Sparse => Signature.Sparse;

    /// <summary>The node that yields it.</summary>
    internal Node Node { get; }

    /// <summary>Which of the node's results it is.</summary>
    internal int Index { get; }

    internal Signature Signature { get; }

    /// <summary>Whether the user asked for dims to be added on both sides (<see cref="Ops.Broadcast"/>).</summary>
    internal bool MayBroadcast { get; }

    /// <summary>Whether a mistake has been reported on the way to it, so that its dims are a guess and nothing more need be said.</summary>
    internal bool IsFaulty { get; }

    /// <summary>A number as a scalar.</summary>
    public static implicit operator Tensor(double value) => ConstantNode.Make(value, DataType.Float32);

    /// <summary>A whole number as a scalar; takes the type of what it is combined with.</summary>
    public static implicit operator Tensor(int value) => ConstantNode.Make(value, DataType.Int32);

    /// <summary>A truth value as a scalar.</summary>
    public static implicit operator Tensor(bool value) => ConstantNode.Make(value, DataType.Bool);

    /// <summary>Elementwise sum.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Tensor operator +(Tensor left, Tensor right) =>
        Ops.Binary(BinaryOperator.Add, left, right, Caller.OfOperator(left, right));

    /// <summary>Elementwise difference.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Tensor operator -(Tensor left, Tensor right) =>
        Ops.Binary(BinaryOperator.Subtract, left, right, Caller.OfOperator(left, right));

    /// <summary>Elementwise product.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Tensor operator *(Tensor left, Tensor right) =>
        Ops.Binary(BinaryOperator.Multiply, left, right, Caller.OfOperator(left, right));

    /// <summary>Elementwise quotient of reals.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Tensor operator /(Tensor left, Tensor right) =>
        Ops.Binary(BinaryOperator.Divide, left, right, Caller.OfOperator(left, right));

    /// <summary>Elementwise negation.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Tensor operator -(Tensor operand) =>
        Ops.Unary(UnaryOperator.Negate, operand, Caller.OfOperator(operand, operand));

    /// <summary>Elementwise: less than.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Tensor operator <(Tensor left, Tensor right) =>
        Ops.Compare(ComparisonOperator.Less, left, right, Caller.OfOperator(left, right));

    /// <summary>Elementwise: greater than.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Tensor operator >(Tensor left, Tensor right) =>
        Ops.Compare(ComparisonOperator.Greater, left, right, Caller.OfOperator(left, right));

    /// <summary>Elementwise: at most.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Tensor operator <=(Tensor left, Tensor right) =>
        Ops.Compare(ComparisonOperator.LessEqual, left, right, Caller.OfOperator(left, right));

    /// <summary>Elementwise: at least.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Tensor operator >=(Tensor left, Tensor right) =>
        Ops.Compare(ComparisonOperator.GreaterEqual, left, right, Caller.OfOperator(left, right));

    /// <summary>Asks for a layer name; the module's path comes in front of it.</summary>
    /// <param name="name">Letters, digits, <c>_</c> and <c>.</c>, starting with a letter or digit; unique in its module.</param>
    /// <returns>This tensor.</returns>
    public Tensor Named(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (Node.Net is null)
        {
            throw new InvalidOperationException("Constants and parameters make no layer of their own to be named.");
        }

        if (Node is LayerPartNode)
        {
            throw new InvalidOperationException("A part of a layer is named after that layer.");
        }

        if (Node.Net.IsBuilt)
        {
            throw new InvalidOperationException(
                $"The net \"{Node.Net.Name}\" is built; its layers cannot be named any more."
            );
        }

        Node.RequestedName = name;
        return this;
    }

    /// <summary>The feature dim that a module works on.</summary>
    /// <exception cref="ModelException">There is none; recording cannot go on without it.</exception>
    internal Dim RequireFeature(string module) =>
        Dims.Feature ?? throw Net.Stopped(ShapeDiagnostics.NoFeature(module, this), this);

    /// <summary>Makes sure that a dim which a module yields is not there beside the one that it takes away.</summary>
    /// <exception cref="ModelException">It is; the result would have it twice, and recording cannot go on.</exception>
    internal void RequireRoomFor(Dim output, Dim input, string module)
    {
        if (!ReferenceEquals(output, input) && Dims.Contains(output))
        {
            throw Net.Stopped(ShapeDiagnostics.SameDimTwice(module, output, this), this);
        }
    }

    /// <summary>The dynamic dim that a module runs along.</summary>
    /// <exception cref="ModelException">There is none, or there are several; recording cannot go on.</exception>
    internal Dim RequireOneDynamic(string module)
    {
        Dim? found = null;
        foreach (var dim in Dims)
        {
            if (dim.IsDynamic)
            {
                found = found is null ? dim : throw Net.Stopped(ShapeDiagnostics.NotOneDynamic(module, this), this);
            }
        }

        return found ?? throw Net.Stopped(ShapeDiagnostics.NotOneDynamic(module, this), this);
    }

    /// <summary>The same value, marked as broadcastable.</summary>
    internal Tensor Broadcasting() => new(this, mayBroadcast: true);

    /// <summary>Whether both are the same result of the same node.</summary>
    internal bool Is(Tensor other) => ReferenceEquals(Node, other.Node) && Index == other.Index;

    /// <summary>What it is and where it comes from.</summary>
    public override string ToString() => $"{Node.Kind} {Dims}";
}
