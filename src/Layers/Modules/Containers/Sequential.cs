using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// Modules and functions, one after the other. Modules of one kind need no container: an array or a list in a property gives them
/// the same names, and a loop calls them.
/// </summary>
/// <remarks>
/// The third step of a module in the property <c>Encoder</c> is <c>encoder.steps.2</c>, functions counted, too; that of
/// <c>net.Add("ff", ...)</c> is <c>ff.steps.2</c>.
/// </remarks>
/// <example><code>
/// var hidden = Dim.Feature("hidden", 512);
/// var ff = net.Add("ff", new Sequential(new Linear(hidden), Step.Of(x => Relu(x)), new Linear(features)));
/// net.Output(ff.Call(data));
/// </code></example>
public sealed class Sequential : Module, IStep
{
    private readonly ImmutableArray<IStep> steps;

    /// <summary>Steps one after the other.</summary>
    /// <param name="steps">The first one first; none is fine.</param>
    public Sequential(params ReadOnlySpan<IStep> steps)
    {
        foreach (var step in steps)
        {
            ArgumentNullException.ThrowIfNull(step, nameof(steps));
        }

        this.steps = [.. steps];
    }

    /// <summary>The steps, the first one first.</summary>
    public IReadOnlyList<IStep> Steps => steps;

    /// <summary>Calls each step on what the one before it gave.</summary>
    /// <param name="x">What the first step takes.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var entered = call;
        foreach (var step in steps)
        {
            var input = x;
            x = entered.WithLinesOfCaller(() => step.Call(input, file, line));
        }

        return x;
    }
}
