using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>TensorFlow's plain recurrent unit.</summary>
internal sealed record PlainCell(Value Kernel, Value Bias) : IRecurrentCell
{
    public int StateCount => 1;

    public ImmutableArray<Value> Step(Value input, ImmutableArray<Value> states)
    {
        var sum = CellInput.Multiply(new[] { input, states[0] }.Join(1), Kernel) + CellInput.Row(Bias);
        return [sum.Apply(Unary.Tanh)];
    }
}
