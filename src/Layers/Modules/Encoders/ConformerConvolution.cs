using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// The convolution part of a Conformer block: <c>x + down(activation(batch_norm(depthwise(gate(up(norm(x)))))))</c>.
/// </summary>
/// <example>
/// <code>
/// var model = Dim.Feature("model", 256);
/// var x = net.Add("in", new Linear(model)).Call(data);
/// var part = net.Add("conv", new ConformerConvolution(model, new()));
/// net.Output(part.Call(x));
/// </code>
/// </example>
public sealed class ConformerConvolution : Module
{
    private readonly ConformerSettings settings;

    /// <summary>A convolution part; 8 layers.</summary>
    /// <param name="model">The feature dim that goes in and comes out.</param>
    /// <param name="settings">The numbers of the block.</param>
    public ConformerConvolution(Dim model, ConformerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        var twice = Dim.Feature($"{model.Name}_twice", checked(2 * model.Size!.Value));
        Norm = new(model);
        Up = new(twice, input: model);
        Gate = new(model);
        Depthwise = Conv1d.Depthwise(model, settings.FilterSize);
        BatchNorm = new(
            model,
            epsilon: settings.BatchNorm.Epsilon,
            momentum: settings.BatchNorm.Momentum,
            masked: settings.BatchNorm.Masked
        );
        Down = new(model, input: model);
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
        return x + ResidualDropout.Of(Down.Call(Dropout(seen, settings.Dropout)), settings);
    }
}
