using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>
/// Connectionist temporal classification (Graves et al., 2006): for each sequence minus the logarithm of the probability of all ways to
/// spread its labels, with blanks between them, over its frames. The input is [time, batch, class], logarithms of probabilities.
/// </summary>
/// <param name="Frames">For each sequence how many frames it has.</param>
/// <param name="Labels">For each sequence its labels.</param>
/// <param name="Blank">The class of blank.</param>
internal sealed record Ctc(ImmutableArray<int> Frames, ImmutableArray<ImmutableArray<int>> Labels, int Blank)
    : IOperation
{
    public NdArray Compute(ImmutableArray<NdArray> inputs)
    {
        var costs = new double[Labels.Length];
        for (var sequence = 0; sequence < costs.Length; sequence++)
        {
            costs[sequence] = -Total(Forward(inputs[0], sequence, States(sequence)));
        }

        return new([costs.Length], costs);
    }

    // How likely each class is in each frame, given the labels; what cannot be spread has none.
    public NdArray?[] Gradients(ImmutableArray<NdArray> inputs, NdArray output, NdArray gradient)
    {
        var scores = inputs[0];
        var result = NdArray.Zeros(scores.Shape);
        for (var sequence = 0; sequence < Labels.Length; sequence++)
        {
            if (double.IsInfinity(output.Data[sequence]))
            {
                continue;
            }

            var states = States(sequence);
            var (forward, backward) = (Forward(scores, sequence, states), Backward(scores, sequence, states));
            for (var frame = 0; frame < Frames[sequence]; frame++)
            {
                for (var state = 0; state < states.Length; state++)
                {
                    var share = Math.Exp(forward[frame][state] + backward[frame][state] + output.Data[sequence]);
                    result.Data[Place(scores, frame, sequence, states[state])] -= share * gradient.Data[sequence];
                }
            }
        }

        return [result];
    }

    // The labels with blanks around each.
    private int[] States(int sequence) => [Blank, .. Labels[sequence].SelectMany(label => (int[])[label, Blank])];

    private double[][] Forward(NdArray scores, int sequence, int[] states)
    {
        var rows = Rows(sequence, states.Length);
        for (var frame = 0; frame < rows.Length; frame++)
        {
            for (var state = 0; state < states.Length; state++)
            {
                var before =
                    frame > 0 ? Before(states, state).Select(from => rows[frame - 1][from]).Aggregate(Add)
                    : state < 2 ? 0
                    : double.NegativeInfinity;
                rows[frame][state] = before + scores.Data[Place(scores, frame, sequence, states[state])];
            }
        }

        return rows;
    }

    // Of what comes after the frame.
    private double[][] Backward(NdArray scores, int sequence, int[] states)
    {
        var rows = Rows(sequence, states.Length);
        foreach (var end in Ends(states.Length))
        {
            rows[^1][end] = 0;
        }

        for (var frame = rows.Length - 2; frame >= 0; frame--)
        {
            for (var state = 0; state < states.Length; state++)
            {
                var after = rows[frame + 1][state] + scores.Data[Place(scores, frame + 1, sequence, states[state])];
                foreach (var from in Before(states, state))
                {
                    rows[frame][from] = Add(rows[frame][from], after);
                }
            }
        }

        return rows;
    }

    private double[][] Rows(int sequence, int states)
    {
        var rows = new double[Frames[sequence]][];
        for (var frame = 0; frame < rows.Length; frame++)
        {
            rows[frame] = new double[states];
            rows[frame].AsSpan().Fill(double.NegativeInfinity);
        }

        return rows;
    }

    // Between two different labels no blank is needed.
    private IEnumerable<int> Before(int[] states, int state)
    {
        yield return state;
        if (state > 0)
        {
            yield return state - 1;
        }

        if (state > 1 && states[state] != Blank && states[state] != states[state - 2])
        {
            yield return state - 2;
        }
    }

    private static IEnumerable<int> Ends(int states) => Enumerable.Range(Math.Max(states - 2, 0), Math.Min(states, 2));

    private static double Total(double[][] rows) =>
        rows.Length == 0 ? double.NegativeInfinity : Ends(rows[^1].Length).Select(end => rows[^1][end]).Aggregate(Add);

    private static double Add(double left, double right) => Binary.LogAddExp.Function(left, right);

    private static int Place(NdArray scores, int frame, int sequence, int label) =>
        (((frame * scores.Shape[1]) + sequence) * scores.Shape[2]) + label;
}
