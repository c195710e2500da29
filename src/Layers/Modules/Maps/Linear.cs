using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>A linear map of the feature dim: <c>x W + b</c>.</summary>
/// <remarks>
/// Written from building blocks, and emitted as one <c>linear</c> layer; with the activation behind it and the dropout before it, where
/// there are any. With a softmax behind it, it is one <c>softmax</c> layer.
/// </remarks>
/// <example><code>
/// var hidden = net.Add("hidden", new Linear(Dim.Feature("hidden", 512)));
/// var classify = net.Add("classify", new Linear(Dim.Feature("phones", 42), bias: false));
/// net.Output(classify.Call(Relu(hidden.Call(data))));
/// </code></example>
public sealed class Linear : Module, IStep
{
    private readonly SourceLocation made;
    private readonly Initializer weightInit;
    private Dim? column;

    /// <summary>A linear map.</summary>
    /// <param name="output">The feature dim that comes out.</param>
    /// <param name="input">The dim that goes in; inferred at the first call if not given.</param>
    /// <param name="bias">Whether b is added.</param>
    /// <param name="weightInit">What W holds before the first step; Glorot-uniform unless given.</param>
    /// <param name="biasInit">What b holds before the first step; 0 unless given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">An initial value is given for a bias that is not there.</exception>
    public Linear(
        Dim output,
        Dim? input = null,
        bool bias = true,
        Initializer? weightInit = null,
        Initializer? biasInit = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!bias && biasInit is not null)
        {
            throw new ArgumentException("There is no bias to hold an initial value.", nameof(biasInit));
        }

        Output = output;
        made = new(file, line);
        this.weightInit = weightInit ?? Initializer.GlorotUniform;
        Bias = bias ? new Parameter([output], biasInit ?? 0.0, name: "b", file: file, line: line) : null;
        if (input is not null)
        {
            Prepare(input);
        }
    }

    /// <summary>The feature dim that comes out.</summary>
    public Dim Output { get; }

    /// <summary>The dim that goes in; null until it is known.</summary>
    public Dim? Input { get; private set; }

    /// <summary><c>W</c>, shape [input, output], Glorot-uniform unless said; null until the input dim is known.</summary>
    public Parameter? Weight { get; private set; }

    /// <summary><c>b</c>, shape [output], 0 unless said; null if there is none.</summary>
    public Parameter? Bias { get; }

    /// <summary>Maps a tensor: the input dim goes away, the output dim takes its place. They may be the same dim.</summary>
    /// <param name="x">Holds the input dim, its feature dim unless the module was given another.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">The tensor has no feature dim, and none was given.</exception>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var weight = EnsureWeight(x);
        x.RequireRoomFor(Output, Input, nameof(Linear));
        var product = Dot(x, weight, reduce: Input);
        if (!ReferenceEquals(column, Output))
        {
            product = ReplaceDim(product, column, by: Output);
        }

        return Bias is null ? product : product + Bias;
    }

    [MemberNotNull(nameof(Input), nameof(column))]
    private Parameter EnsureWeight(Tensor x)
    {
        if (Input is null || Weight is null || column is null)
        {
            Prepare(x.RequireFeature(nameof(Linear)));
        }

        return Weight;
    }

    // A tensor has no dim twice: a square matrix has its columns along a dim of its own, which the result does not keep.
    [MemberNotNull(nameof(Input), nameof(Weight), nameof(column))]
    private void Prepare(Dim input)
    {
        Input = input;
        column = ReferenceEquals(input, Output) ? Dim.Feature(Output.Name, Output.Size!.Value) : Output;
        Weight = new Parameter([input, column], weightInit, name: "W", file: made.Path, line: made.Line);
    }
}
