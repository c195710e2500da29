using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>A long short-term memory; memory and output are kept.</summary>
/// <param name="Kernel">From input and output to the four gates, side by side.</param>
/// <param name="Bias">Of the gates.</param>
/// <param name="Order">Where among the gates are candidate, input, forget and output gate.</param>
/// <param name="ForgetBias">Added to the forget gate.</param>
internal sealed record LstmCell(Value Kernel, Value? Bias, ImmutableArray<int> Order, double ForgetBias)
    : IRecurrentCell
{
    /// <summary>Of RETURNN's own units.</summary>
    internal static ImmutableArray<int> NativeOrder { get; } = [0, 1, 2, 3];

    /// <summary>Of TensorFlow's cells: input, candidate, forget, output.</summary>
    internal static ImmutableArray<int> TensorFlowOrder { get; } = [1, 0, 2, 3];

    public int StateCount => 2;

    public ImmutableArray<Value> Step(Value input, ImmutableArray<Value> states)
    {
        var (memory, output) = (states[0], states[1]);
        var gates = CellInput.Multiply(new[] { input, output }.Join(1), Kernel);
        gates = Bias is null ? gates : gates + CellInput.Row(Bias);
        var size = output.Shape[1];
        Value Gate(int index) => gates.Slice(1, Order[index] * size, size);
        var kept = memory * (Gate(2) + ForgetBias).Apply(Unary.Sigmoid);
        memory = kept + (Gate(0).Apply(Unary.Tanh) * Gate(1).Apply(Unary.Sigmoid));
        return [memory, memory.Apply(Unary.Tanh) * Gate(3).Apply(Unary.Sigmoid)];
    }
}
