using System.Numerics.Tensors;

namespace NetDsl.Reference;

/// <summary>The derivatives of one number by all that it was computed from.</summary>
internal sealed class Gradients
{
    private readonly Dictionary<Value, NdArray> known = new(ReferenceEqualityComparer.Instance);

    private Gradients() { }

    /// <summary>The derivative by a value; null if the number does not depend on it.</summary>
    internal NdArray? this[Value value] => known.GetValueOrDefault(value);

    /// <summary>Sends gradients back from a single number, from later values to earlier ones.</summary>
    internal static Gradients Of(Value objective)
    {
        var gradients = new Gradients();
        if (!objective.HasGradient)
        {
            return gradients;
        }

        var open = new PriorityQueue<Value, int>();
        gradients.Add(objective, NdArray.Filled(objective.Shape, 1), open);
        while (open.TryDequeue(out var value, out _))
        {
            gradients.SendBack(value, open);
        }

        return gradients;
    }

    private void SendBack(Value value, PriorityQueue<Value, int> open)
    {
        if (value.Operation is not { } operation)
        {
            return;
        }

        var sent = operation.Gradients([.. value.Inputs.Select(input => input.Array)], value.Array, known[value]);
        for (var place = 0; place < sent.Length; place++)
        {
            if (value.Inputs[place].HasGradient && sent[place] is { } gradient)
            {
                Add(value.Inputs[place], gradient, open);
            }
        }

        // Between the objective and what is learned nobody asks for them.
        known.Remove(value);
    }

    private void Add(Value value, NdArray gradient, PriorityQueue<Value, int> open)
    {
        if (!known.TryGetValue(value, out var before))
        {
            known.Add(value, gradient);
            open.Enqueue(value, -value.Order);
            return;
        }

        var sum = new double[gradient.Count];
        TensorPrimitives.Add(before.Data, gradient.Data, sum);
        known[value] = new(gradient.Shape, sum);
    }
}
