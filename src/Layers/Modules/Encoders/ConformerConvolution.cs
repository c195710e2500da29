using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// The convolution part of a Conformer block: <c>x + down(activation(batch_norm(depthwise(gate(up(norm(x)))))))</c>.
/// </summary>
/// <example>
/// <code>
/// var model = Dim.Feature("model", 256);
/// var x = net.Add("in", new Linear(model)).Call(data);
/// var part = net.Add("conv", new ConformerConvolution(model));
/// net.Output(part.Call(x));
/// </code>
/// </example>
public sealed class ConformerConvolution : Module, IStep
{
    private readonly ConformerSettings settings;

    /// <summary>A convolution part; 8 layers.</summary>
    /// <param name="model">The feature dim that goes in and comes out.</param>
    /// <param name="settings">The numbers of the block.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ConformerConvolution(
        Dim model,
        ConformerSettings? settings = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : this(new ConformerDims(model, settings ??= new()), settings, file, line) { }

    internal ConformerConvolution(ConformerDims dims, ConformerSettings settings, string file, int line)
    {
        this.settings = settings;
        Norm = new(dims.Model, file: file, line: line);
        Up = new(dims.Gated, input: dims.Model, file: file, line: line);
        Gate = new(dims.Model);
        Depthwise = Conv1d.Depthwise(dims.Model, settings.FilterSize, file: file, line: line);
        BatchNorm = new(
            dims.Model,
            epsilon: settings.BatchNorm.Epsilon,
            momentum: settings.BatchNorm.Momentum,
            masked: settings.BatchNorm.Masked,
            file: file,
            line: line
        );
        Down = new(dims.Model, input: dims.Model, file: file, line: line);
    }

    /// <summary>What is normalised before.</summary>
    public LayerNorm Norm { get; }

    /// <summary>From the feature dim to values and gates.</summary>
    public Linear Up { get; }

    /// <summary>Values times gates.</summary>
    public Gating Gate { get; }

    /// <summary>Each feature over neighbouring frames.</summary>
    public Conv1d Depthwise { get; }

    /// <summary>What is normalised behind the convolution.</summary>
    public BatchNorm BatchNorm { get; }

    /// <summary>Mixes the features.</summary>
    public Linear Down { get; }

    /// <summary>Adds what the part computes; the same dims come out.</summary>
    /// <param name="x">Holds the batch dim, the dim to look along and the feature dim.</param>
    /// <param name="over">The dim to look along; the one dynamic dim if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Tensor Call(Tensor x, Dim? over = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var gated = Gate.Call(Up.Call(Norm.Call(x)));
        var seen = settings.Activation(BatchNorm.Call(Depthwise.Call(gated, over)));
        return x + OptionalDropout.Of(Down.Call(OptionalDropout.Of(seen, settings.Dropout)), settings.ResidualDropout);
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, file: file, line: line);
}
