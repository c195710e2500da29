using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>A function as a step of <see cref="Sequential"/>.</summary>
public sealed class Step : IStep
{
    private readonly Func<Tensor, Tensor> function;

    private Step(Func<Tensor, Tensor> function) => this.function = function;

    /// <summary>A function as a step, such as <c>Step.Of(x => Relu(x))</c>.</summary>
    /// <param name="function">Records the work. A module that only the function holds has no place from which a name could come.</param>
    public static Step Of(Func<Tensor, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new(function);
    }

    /// <inheritdoc/>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => function(x);
}
