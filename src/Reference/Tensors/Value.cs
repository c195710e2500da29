using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>An array, and how it was computed, so that gradients can be sent back. Identity counts: two equal ones are two.</summary>
internal sealed class Value
{
    internal Value(NdArray array, IOperation? operation, ImmutableArray<Value> inputs, int depth)
    {
        Array = array;
        Operation = operation;
        Inputs = inputs;
        Order = depth;
    }

    /// <summary>The numbers.</summary>
    internal NdArray Array { get; }

    /// <summary>What computed it; null for a constant and for what gradients are asked for.</summary>
    internal IOperation? Operation { get; }

    /// <summary>What it was computed from.</summary>
    internal ImmutableArray<Value> Inputs { get; }

    /// <summary>A number above that of all inputs if gradients go through it; 0 if none do.</summary>
    internal int Order { get; }

    internal ImmutableArray<int> Shape => Array.Shape;

    internal int Rank => Array.Rank;

    /// <summary>Whether gradients are sent through it.</summary>
    internal bool HasGradient => Order > 0;

    /// <summary>Numbers that nothing learns.</summary>
    internal static Value Constant(NdArray array) => new(array, null, [], 0);

    internal static Value Constant(double number) => Constant(NdArray.Scalar(number));

    /// <summary>Numbers that gradients are asked for.</summary>
    internal static Value Leaf(NdArray array) => new(array, null, [], 1);

    /// <summary>The result of an operation.</summary>
    internal static Value Of(IOperation operation, params ReadOnlySpan<Value> inputs)
    {
        var order = 0;
        var arrays = ImmutableArray.CreateBuilder<NdArray>(inputs.Length);
        foreach (var input in inputs)
        {
            order = Math.Max(order, input.Order);
            arrays.Add(input.Array);
        }

        var result = operation.Compute(arrays.MoveToImmutable());
        return order == 0 ? Constant(result) : new(result, operation, [.. inputs], order + 1);
    }

    /// <summary>The same numbers, through which no gradient goes.</summary>
    internal Value Stop() => HasGradient ? Constant(Array) : this;

    public static Value operator +(Value left, Value right) => Of(Binary.Add, left, right);

    public static Value operator -(Value left, Value right) => Of(Binary.Subtract, left, right);

    public static Value operator *(Value left, Value right) => Of(Binary.Multiply, left, right);

    public static Value operator /(Value left, Value right) => Of(Binary.Divide, left, right);

    public static Value operator +(Value left, double right) => left + Constant(right);

    public static Value operator -(Value left, double right) => left - Constant(right);

    public static Value operator -(double left, Value right) => Constant(left) - right;

    public static Value operator *(Value left, double right) => left * Constant(right);

    public static Value operator -(Value value) => Of(Unary.Negate, value);
}
