using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// Additive attention (Bahdanau, Cho and Bengio, 2015): a query reads a source by the weights
/// <c>softmax(v tanh(W query + U source + b))</c>, as attention decoders do.
/// </summary>
/// <remarks>
/// RETURNN has no layer for all of it: it stays blocks, eight layers. A weighted sum by weights of your own is
/// <see cref="Ops.Dot"/> of the weights and the source over its time; RETURNN's <c>generic_attention</c> is the same.
/// Frames behind the end of the source are never read.
/// </remarks>
/// <example>
/// <code>
/// var hidden = Dim.Feature("hidden", 512);
/// var attention = net.Add("attention", new MlpAttention(hidden));
/// var state = net.Input("state", [Dim.Batch, Dim.Feature("cells", 8)]);
/// net.Output(attention.Call(state, data).Context);
/// </code>
/// </example>
public sealed class MlpAttention : Module
{
    private readonly AdditiveEnergy energy;

    /// <summary>Additive attention.</summary>
    /// <param name="hidden">The features in which query and source are compared.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public MlpAttention(Dim hidden, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(hidden);
        Query = new Linear(hidden, bias: false, file: file, line: line);
        Source = new Linear(hidden, file: file, line: line);
        energy = new AdditiveEnergy();
        Energy = new Linear(energy.One, input: hidden, bias: false, file: file, line: line);
    }

    /// <summary>W: maps the query.</summary>
    public Linear Query { get; }

    /// <summary>U and b: maps the source, once for all queries.</summary>
    public Linear Source { get; }

    /// <summary>v: maps both together to one number.</summary>
    public Linear Energy { get; }

    /// <summary>Lets the query read the source.</summary>
    /// <param name="query">Holds a feature dim, and no dim of the source but the batch; a dim of its own time if there is one.</param>
    /// <param name="source">Holds a feature dim and the dim along which it is read.</param>
    /// <param name="over">The dim along which the source is read: its one dynamic dim unless given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>
    /// The sum of the source's frames by their weights, with the source's features beside the other dims of the query; and the weights.
    /// </returns>
    /// <exception cref="ModelException">A tensor has no feature dim, or the source not one dynamic dim, and none was given.</exception>
    public (Tensor Context, Tensor Weights) Call(
        Tensor query,
        Tensor source,
        Dim? over = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(query, file, line);
        var time = over ?? source.RequireOneDynamic(nameof(MlpAttention));
        var sum = Broadcast(Source.Call(source)) + Query.Call(query);
        return energy.Read(source, Energy.Call(Tanh(sum)), time);
    }
}
