using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>The half-step feed-forward part of a Conformer block: <c>x + 0.5 * down(activation(up(norm(x))))</c>.</summary>
/// <example>
/// <code>
/// var model = Dim.Feature("model", 256);
/// var x = net.Add("in", new Linear(model)).Call(data);
/// var part = net.Add("ff", new ConformerFeedForward(model));
/// net.Output(part.Call(x));
/// </code>
/// </example>
public sealed class ConformerFeedForward : Module, IStep
{
    private readonly ConformerSettings settings;

    /// <summary>A feed-forward part; 4 layers.</summary>
    /// <param name="model">The feature dim that goes in and comes out.</param>
    /// <param name="settings">The numbers of the block.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ConformerFeedForward(
        Dim model,
        ConformerSettings? settings = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : this(new ConformerDims(model, settings ??= new()), settings, file, line) { }

    internal ConformerFeedForward(ConformerDims dims, ConformerSettings settings, string file, int line)
    {
        this.settings = settings;
        Norm = new(dims.Model, file: file, line: line);
        Up = new(dims.Hidden, input: dims.Model, file: file, line: line);
        Down = new(dims.Model, input: dims.Hidden, file: file, line: line);
    }

    /// <summary>What is normalised before.</summary>
    public LayerNorm Norm { get; }

    /// <summary>From the feature dim to the hidden units.</summary>
    public Linear Up { get; }

    /// <summary>From the hidden units back.</summary>
    public Linear Down { get; }

    /// <summary>Adds half of what the part computes; the same dims come out.</summary>
    /// <param name="x">Holds the feature dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var hidden = settings.Activation(Up.Call(Norm.Call(x)));
        return x
            + 0.5
                * OptionalDropout.Of(Down.Call(OptionalDropout.Of(hidden, settings.Dropout)), settings.ResidualDropout);
    }
}
