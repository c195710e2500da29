using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>The self-attention part of a Conformer block: <c>x + out(attention(norm(x)))</c>, with relative positions.</summary>
/// <example>
/// <code>
/// var model = Dim.Feature("model", 256);
/// var x = net.Add("in", new Linear(model)).Call(data);
/// var part = net.Add("att", new ConformerAttention(model));
/// net.Output(part.Call(x));
/// </code>
/// </example>
public sealed class ConformerAttention : Module, IStep
{
    private readonly ConformerSettings settings;

    /// <summary>A self-attention part; 5 layers, 4 without positions.</summary>
    /// <param name="model">The feature dim that goes in and comes out; its size is a multiple of the heads.</param>
    /// <param name="settings">The numbers of the block.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ConformerAttention(
        Dim model,
        ConformerSettings? settings = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : this(new ConformerDims(model, settings ??= new()), settings, file, line) { }

    internal ConformerAttention(ConformerDims dims, ConformerSettings settings, string file, int line)
    {
        this.settings = settings;
        Norm = new(dims.Model, file: file, line: line);
        Positions = settings.Clipping is { } clipping ? new(clipping) : null;
        Heads = new(
            dims.Model,
            dims.Heads,
            causal: false,
            settings.AttentionDropout,
            Positions,
            input: dims.Model,
            file: file,
            line: line
        );
        Out = new(dims.Model, input: dims.Model, bias: false, file: file, line: line);
    }

    /// <summary>What is normalised before.</summary>
    public LayerNorm Norm { get; }

    /// <summary>How far frames are apart; null for no positions.</summary>
    public RelativePositionalEncoding? Positions { get; }

    /// <summary>The heads, their results side by side.</summary>
    public SelfAttention Heads { get; }

    /// <summary>Mixes what the heads have found.</summary>
    public Linear Out { get; }

    /// <summary>Adds what the part computes; the same dims come out.</summary>
    /// <param name="x">Holds the batch dim, the dim to look along and the feature dim.</param>
    /// <param name="over">The dim to look along; the one dynamic dim if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Tensor Call(Tensor x, Dim? over = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var found = Heads.Call(Norm.Call(x), over);
        return x + OptionalDropout.Of(Out.Call(OptionalDropout.Of(found, settings.Dropout)), settings.ResidualDropout);
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, file: file, line: line);
}
