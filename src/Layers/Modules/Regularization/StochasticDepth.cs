using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// A residual branch that is left out by chance in training (Huang et al., 2016): <c>x + branch(x)</c>, or x alone, for the whole
/// batch. What is left out is not computed. To make up for it, the branch is divided by 1 - rate in the steps that have it.
/// </summary>
/// <remarks>
/// Eight small layers besides the branch. The modules of the branch belong to whoever holds them, and have the
/// names that they have anywhere. RETURNN does not see losses inside of the branch, nor L2 weights of layers in it (contract 5).
/// </remarks>
/// <example><code>
/// var block = net.Add("block", new Linear(features));
/// var depth = net.Add("depth", new StochasticDepth(rate: 0.1));
/// var deeper = depth.Call(data, x => Relu(block.Call(x)));
/// net.Output(deeper);
/// </code></example>
public sealed class StochasticDepth : Module
{
    /// <summary>A residual branch that is left out by chance.</summary>
    /// <param name="rate">How often it is left out, from 0 to below 1; with 0 there is no condition.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not from 0 to below 1.</exception>
    public StochasticDepth(double rate) => Rate = Probability.Checked(rate, nameof(rate));

    /// <summary>How often the branch is left out.</summary>
    public double Rate { get; }

    /// <summary>Adds the branch, or not; the same dims come out.</summary>
    /// <param name="x">What the branch is computed of.</param>
    /// <param name="branch">Records the branch, once; gives the dims of x.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Tensor Call(
        Tensor x,
        Func<Tensor, Tensor> branch,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(branch);
        using var call = Enter(x, file, line);
        var entered = call;
        if (Rate == 0)
        {
            return x + entered.WithLinesOfCaller(() => branch(x));
        }

        var train = TrainFlag();
        var isDrawn = RandomNumbers.Unit(Shape.Scalar, new(file, line)) >= Rate;
        return Cond(
            Or(Not(train), isDrawn),
            then: () => x + (entered.WithLinesOfCaller(() => branch(x)) * Where(train, 1 / (1 - Rate), 1.0)),
            otherwise: () => x
        );
    }
}
