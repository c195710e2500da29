using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// The heads of multi-head dot-product attention of one sequence to another (Vaswani et al., 2017): each query reads all frames of
/// the source of its own sequence. The results of the heads stand side by side; the map that usually follows is a <see cref="Linear"/>.
/// </summary>
/// <remarks>
/// RETURNN has no layer for it: it stays blocks, eleven layers, one more with dropout, and two more where queries and source are
/// along one dim. Keys and values do not depend on the queries. Frames behind the end of the source are never read.
/// </remarks>
/// <example>
/// <code>
/// var hidden = Dim.Feature("hidden", 512);
/// var attention = net.Add("attention", new CrossAttention(hidden, heads: 4));
/// var source = net.Input("source", [Dim.Batch, Dim.Dynamic("source_time"), features]);
/// net.Output(attention.Call(data, source));
/// </code>
/// </example>
public sealed class CrossAttention : Module
{
    private readonly AttentionHeads dims;
    private readonly Dim keys;

    /// <summary>Attention of queries to a source.</summary>
    /// <param name="output">The values of all heads together: the feature dim that comes out.</param>
    /// <param name="heads">How many heads there are; divides the features of values and keys.</param>
    /// <param name="keySize">The features of the keys of all heads together; as many as of the values unless given.</param>
    /// <param name="dropout">How many of the weights are dropped in training, from 0 to below 1.</param>
    /// <param name="bias">Whether queries, keys and values have a bias.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public CrossAttention(
        Dim output,
        int heads,
        int? keySize = null,
        double dropout = 0.0,
        bool bias = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        AttentionDropout.Check(dropout);
        (Output, Dropout) = (output, dropout);
        dims = new AttentionHeads(heads, keySize, output);
        keys = Dim.Feature("key", dims.KeySize);
        Query = new Linear(keys, bias: bias, file: file, line: line);
        Key = new Linear(keys, bias: bias, file: file, line: line);
        Value = new Linear(output, bias: bias, file: file, line: line);
    }

    /// <summary>The feature dim that comes out.</summary>
    public Dim Output { get; }

    /// <summary>How many heads there are.</summary>
    public int Heads => dims.Heads.Size!.Value;

    /// <summary>The features of the keys of all heads together.</summary>
    public int KeySize => dims.KeySize;

    /// <summary>How many of the weights are dropped in training.</summary>
    public double Dropout { get; }

    /// <summary>Makes the queries.</summary>
    public Linear Query { get; }

    /// <summary>Makes the keys of the source.</summary>
    public Linear Key { get; }

    /// <summary>Makes the values of the source.</summary>
    public Linear Value { get; }

    /// <summary>Lets each query read the source: the output dim in the place of the queries' feature dim.</summary>
    /// <param name="queries">Hold a feature dim; a dim of time if there are queries along one.</param>
    /// <param name="source">Holds a feature dim and the dim along which it is read.</param>
    /// <param name="over">The dim along which the source is read: its one dynamic dim unless given. The queries may be along it, too.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">A tensor has no feature dim, or the source not one dynamic dim, and none was given.</exception>
    public Tensor Call(
        Tensor queries,
        Tensor source,
        Dim? over = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(queries, file, line);
        var time = over ?? source.RequireOneDynamic(nameof(CrossAttention));
        var (query, key, value) = (Query.Call(queries), Key.Call(source), Value.Call(source));
        if (FaultOf(source, time) is { } fault)
        {
            var result = new Signature(query.Dims.Except(keys).Union([Output]), DataType.Float32);
            return Layer.Function(
                "dot_attention",
                [query, key, value],
                DictValue.Empty,
                result,
                new(file, line),
                fault
            );
        }

        // The keys are scaled, not the queries: in a loop they are the same in each step, and computed once.
        var q = SplitDims(query, keys, [dims.Heads, dims.Key]);
        var k = SplitDims(key, keys, [dims.Heads, dims.Key]) * dims.Scale;
        var v = SplitDims(value, Output, [dims.Heads, dims.Value]);
        if (queries.Dims.Contains(time))
        {
            var keyTime = SequenceOfKeys.Of(time);
            (k, v, time) = (ReplaceDim(k, time, keyTime), ReplaceDim(v, time, keyTime), keyTime);
        }

        var weights = AttentionDropout.Of(Softmax(Dot(q, k, reduce: dims.Key), over: time), Dropout);
        return MergeDims(Dot(weights, v, reduce: time), [dims.Heads, dims.Value], into: Output);
    }

    private Diagnostic? FaultOf(Tensor source, Dim time) =>
        dims.FaultIn(nameof(CrossAttention))
        ?? (source.Dims.Contains(time) ? null : ShapeDiagnostics.NoSuchDim(nameof(CrossAttention), [time], source));
}
