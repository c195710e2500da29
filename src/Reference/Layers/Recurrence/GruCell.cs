using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>TensorFlow's gated recurrent unit.</summary>
internal sealed record GruCell(Value GatesKernel, Value GatesBias, Value Kernel, Value Bias) : IRecurrentCell
{
    public int StateCount => 1;

    public ImmutableArray<Value> Step(Value input, ImmutableArray<Value> states)
    {
        var before = states[0];
        var size = before.Shape[1];
        var gates = CellInput.Multiply(new[] { input, before }.Join(1), GatesKernel) + CellInput.Row(GatesBias);
        gates = gates.Apply(Unary.Sigmoid);
        var (reset, update) = (gates.Slice(1, 0, size), gates.Slice(1, size, size));
        var candidate = CellInput.Multiply(new[] { input, reset * before }.Join(1), Kernel) + CellInput.Row(Bias);
        return [(update * before) + ((1 - update) * candidate.Apply(Unary.Tanh))];
    }
}
