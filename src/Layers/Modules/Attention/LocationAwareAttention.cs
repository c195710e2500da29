using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// Additive attention that knows where it has read (Chorowski et al., 2015): the weights are
/// <c>softmax(v tanh(W query + U source + F conv(read) + b))</c>, with a convolution over what was read so far.
/// </summary>
/// <remarks>
/// RETURNN has no layer for it: it stays blocks, twelve layers and the filter. What was read so far is a state of the decoder's loop: the weights of all steps
/// before, added up, or those of the last step. Frames behind the end of the source are never read.
/// </remarks>
/// <example>
/// <code>
/// var hidden = Dim.Feature("hidden", 512);
/// var attention = net.Add("attention", new LocationAwareAttention(hidden));
/// var state = net.Input("state", [Dim.Batch, Dim.Feature("cells", 8)]);
/// var sofar = net.Input("sofar", [Dim.Batch, time]);
/// net.Output(attention.Call(state, data, sofar).Context);
/// </code>
/// </example>
public sealed class LocationAwareAttention : Module
{
    private readonly AdditiveEnergy energy = new();
    private readonly Dim channel = Dim.Feature("read", 1);
    private readonly Dim filters;

    /// <summary>Additive attention with a convolution over what was read.</summary>
    /// <param name="hidden">The features in which query, source and places are compared.</param>
    /// <param name="filters">How many filters the convolution has.</param>
    /// <param name="width">How many frames a filter sees.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LocationAwareAttention(
        Dim hidden,
        int filters = 32,
        int width = 5,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(hidden);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(filters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        this.filters = Dim.Feature("location", filters);
        var window = Dim.Spatial("filter_width", width);
        Query = new Linear(hidden, bias: false, file: file, line: line);
        Source = new Linear(hidden, file: file, line: line);
        Filter = new Parameter([window, channel, this.filters], file: file, line: line);
        Location = new Linear(hidden, input: this.filters, bias: false, file: file, line: line);
        Energy = new Linear(energy.One, input: hidden, bias: false, file: file, line: line);
    }

    /// <summary>W: maps the query.</summary>
    public Linear Query { get; }

    /// <summary>U and b: maps the source, once for all queries.</summary>
    public Linear Source { get; }

    /// <summary>The filters of the convolution: shape [width, 1, filters], Glorot-uniform.</summary>
    public Parameter Filter { get; }

    /// <summary>F: maps what the filters found.</summary>
    public Linear Location { get; }

    /// <summary>v: maps all together to one number.</summary>
    public Linear Energy { get; }

    /// <summary>Lets the query read the source.</summary>
    /// <param name="query">Holds a feature dim, and no dim of the source but the batch.</param>
    /// <param name="source">Holds a feature dim and the dim along which it is read.</param>
    /// <param name="read">How much of each frame was read so far: the batch and the dim along which the source is read.</param>
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
        Tensor read,
        Dim? over = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(query, file, line);
        var time = over ?? source.RequireOneDynamic(nameof(LocationAwareAttention));
        var found = Conv(ExpandDim(read, channel), Filter, channel, [time], filters);
        var places = Source.Call(source) + Location.Call(found);
        return energy.Read(source, Energy.Call(Tanh(Broadcast(places) + Query.Call(query))), time);
    }
}
