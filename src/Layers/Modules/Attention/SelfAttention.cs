using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// The heads of multi-head dot-product self-attention (Vaswani et al., 2017): each frame reads all frames of its own sequence, each
/// head by weights of its own, <c>softmax(q k / sqrt(key features of a head))</c>. The results of the heads stand side by side;
/// the map that usually follows is a <see cref="Linear"/>.
/// </summary>
/// <remarks>
/// <para>
/// RETURNN has one layer for it, <c>self_attention</c>. There is one matrix for queries, keys and values, whose columns are grouped
/// by heads: those of the first head's query, key and value come first.
/// </para>
/// <para>Frames behind the end of a sequence are never read. What the result holds in such frames means nothing.</para>
/// </remarks>
/// <example>
/// <code>
/// var hidden = Dim.Feature("hidden", 512);
/// var heads = net.Add("heads", new SelfAttention(hidden, heads: 8, dropout: 0.1));
/// var projection = net.Add("projection", new Linear(hidden));
/// net.Output(projection.Call(heads.Call(data)));
/// </code>
/// </example>
public sealed class SelfAttention : Module, IStep
{
    // Far below what any query and key yield, so that its share is 0.
    private const double NotSeen = -1e30;

    private readonly SourceLocation made;
    private readonly AttentionHeads dims;

    /// <summary>Attention of a sequence to itself.</summary>
    /// <param name="output">The values of all heads together: the feature dim that comes out.</param>
    /// <param name="heads">How many heads there are; divides the features of values and keys.</param>
    /// <param name="keySize">The features of the keys of all heads together; as many as of the values unless given.</param>
    /// <param name="causal">Whether a frame reads only itself and those before it.</param>
    /// <param name="dropout">How many of the weights are dropped in training, from 0 to below 1.</param>
    /// <param name="relative">What is added to each key for its distance from the query; nothing unless given.</param>
    /// <param name="input">The dim that goes in; inferred at the first call if not given.</param>
    /// <param name="initial">What the matrix begins as; Glorot-uniform unless given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SelfAttention(
        Dim output,
        int heads,
        int? keySize = null,
        bool causal = false,
        double dropout = 0.0,
        RelativePositionalEncoding? relative = null,
        Dim? input = null,
        Initializer? initial = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : this(
            output,
            new AttentionHeads(heads, keySize, output),
            causal,
            dropout,
            relative,
            input,
            initial,
            file,
            line
        ) { }

    // Layers of one model have their dims in common.
    internal SelfAttention(
        Dim output,
        AttentionHeads dims,
        bool causal,
        double dropout,
        RelativePositionalEncoding? relative,
        Dim? input,
        Initializer? initial = null,
        string file = "",
        int line = 0
    )
    {
        AttentionDropout.Check(dropout);
        this.dims = dims;
        (Output, Causal, Dropout, Relative) = (output, causal, dropout, relative);
        made = new(file, line);
        Initial = initial ?? Initializer.GlorotUniform;
        Scale = dims.Scale;
        if (input is not null)
        {
            Prepare(input);
        }
    }

    /// <summary>The feature dim that comes out.</summary>
    public Dim Output { get; }

    /// <summary>How many heads there are.</summary>
    public int Heads => dims.Heads.Size!.Value;

    /// <summary>The features of the keys of all heads together.</summary>
    public int KeySize => dims.KeySize;

    /// <summary>Whether a frame reads only itself and those before it.</summary>
    public bool Causal { get; }

    /// <summary>How many of the weights are dropped in training.</summary>
    public double Dropout { get; }

    /// <summary>What is added to each key for its distance from the query.</summary>
    public RelativePositionalEncoding? Relative { get; }

    /// <summary>The dim that goes in; null until it is known.</summary>
    public Dim? Input { get; private set; }

    /// <summary><c>QKV</c>, shape [input, 2 * keys + values], by heads, Glorot-uniform unless said; null until the input dim is known.</summary>
    public Parameter? Weight { get; private set; }

    /// <summary>What the matrix begins as.</summary>
    public Initializer Initial { get; }

    /// <summary>The factor of the queries; patterns put a number in its place that stands for any.</summary>
    internal double Scale { private get; init; }

    /// <summary>The energy of what must not be read; patterns put a number in its place that stands for any.</summary>
    internal double Hidden { private get; init; } = NotSeen;

    /// <summary>Lets each frame of each sequence read the others: the output dim in the place of the input dim.</summary>
    /// <param name="x">Holds the input dim, its feature dim unless the module was given another.</param>
    /// <param name="over">The dim along which frames read each other: the one dynamic dim unless given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">The tensor has no feature dim, or not one dynamic dim, and none was given.</exception>
    public Tensor Call(Tensor x, Dim? over = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var weight = EnsureWeight(x);
        var time = over ?? x.RequireOneDynamic(nameof(SelfAttention));
        x.RequireRoomFor(Output, Input, nameof(SelfAttention));
        if (FaultOf(x, time) is { } fault)
        {
            var result = new Signature(x.Dims.Except(Input).Union([Output]), DataType.Float32);
            return Layer.Function("self_attention", [x, weight], DictValue.Empty, result, new(file, line), fault);
        }

        var all = SplitDims(Dot(x, weight, reduce: Input), dims.Columns, [dims.Heads, dims.ColumnsOfHead]);
        var parts = Split(all, dims.ColumnsOfHead, [dims.Key, dims.Key, dims.Value]);
        var keyTime = SequenceOfKeys.Of(time);
        var query = parts[0] * Scale;
        var key = ReplaceDim(parts[1], time, keyTime);
        var value = ReplaceDim(parts[2], time, keyTime);
        var energy = Dot(query, key, reduce: dims.Key);
        if (Relative is not null)
        {
            energy += Dot(query, Relative.Call(x, time, keyTime, dims.Key), reduce: dims.Key);
        }

        if (Causal)
        {
            var isSeen = Broadcast(RangeInAxis(x, time)) >= RangeInAxis(key, keyTime);
            energy = Where(isSeen, energy, Hidden);
        }

        var weights = AttentionDropout.Of(Softmax(energy, over: keyTime), Dropout);
        return MergeDims(Dot(weights, value, reduce: keyTime), [dims.Heads, dims.Value], into: Output);
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, file: file, line: line);

    /// <summary>
    /// Lets the frame of one step of a loop read itself and those of the steps before, and keeps its keys and values for the next.
    /// The parameter is that of <see cref="Call"/>; RETURNN's layer is the building block, since the state grows.
    /// </summary>
    /// <param name="step">The step of the loop.</param>
    /// <param name="x">What it reads in this step: holds the batch dim and the feature dim, and no other.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="InvalidOperationException">It is not causal, or the call is not right in the body of the loop.</exception>
    /// <exception cref="ModelException">The tensor has no feature dim.</exception>
    public Tensor Step(LoopStep step, Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(step);
        using var call = Enter(x, file, line);
        if (!Causal)
        {
            throw new InvalidOperationException(
                "Only attention that is causal has steps: a step knows none that come after it."
            );
        }

        step.RequireHere();
        var weight = EnsureWeight(x);
        x.RequireRoomFor(Output, Input, nameof(SelfAttention));
        var options = OptionValue.Dict(
            ("num_heads", Heads),
            ("total_key_dim", KeySize),
            ("out_dim", Output),
            ("attention_left_only", true),
            ("attention_dropout", Dropout),
            (
                "reuse_params",
                OptionValue.Dict(("map", OptionValue.Dict(("QKV", OptionValue.Dict(("layer_output", weight))))))
            )
        );
        if (Relative is not null)
        {
            options = options.With("key_shift", Relative.Step(x, dims.Key, file, line));
        }

        var result = new Signature(x.Dims.Except(Input).Union([Output]), DataType.Float32);
        var node = new LayerNode("self_attention", [x], options, result, Layer.References(options))
        {
            HasVariables = false,
            KeepsState = true,
            Fault = dims.FaultIn(nameof(SelfAttention)),
        };
        return Layer.Record(node, new(file, line));
    }

    private Diagnostic? FaultOf(Tensor x, Dim time) =>
        dims.FaultIn(nameof(SelfAttention))
        ?? (x.Dims.Contains(time) ? null : ShapeDiagnostics.NoSuchDim(nameof(SelfAttention), [time], x));

    [MemberNotNull(nameof(Input))]
    private Parameter EnsureWeight(Tensor x)
    {
        if (Input is null || Weight is null)
        {
            Prepare(x.RequireFeature(nameof(SelfAttention)));
        }

        return Weight;
    }

    [MemberNotNull(nameof(Input), nameof(Weight))]
    private void Prepare(Dim input)
    {
        Input = input;
        Weight = new Parameter([input, dims.Columns], Initial, name: "QKV", file: made.Path, line: made.Line);
    }
}
