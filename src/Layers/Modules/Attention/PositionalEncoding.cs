using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// Adds to the features of each frame sines and cosines of its place in the sequence, of wave lengths from 2 pi to 20000 pi
/// (Vaswani et al., 2017). It has no primitive form: RETURNN's <c>positional_encoding</c> is the building block.
/// </summary>
/// <remarks>The first half of the features are sines, the second cosines, as in Tensor2Tensor; an odd one at the end stays as it is.</remarks>
/// <example><code>
/// var positions = net.Add("positions", new PositionalEncoding());
/// net.Output(positions.Call(data));
/// </code></example>
public sealed class PositionalEncoding : Module, IStep
{
    private const int SmallestSize = 4;

    /// <summary>Adds the encoding: same dims.</summary>
    /// <param name="x">Its feature dim, of at least 4 features, comes last.</param>
    /// <param name="over">The dim along which places are counted from 0: the one dynamic dim unless given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">The tensor has no feature dim, or not one dynamic dim, and none was given.</exception>
    public Tensor Call(Tensor x, Dim? over = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var feature = x.RequireFeature(nameof(PositionalEncoding));
        var time = over ?? x.RequireOneDynamic(nameof(PositionalEncoding));
        var options = OptionValue.Dict(("axis", time), ("add_to_input", true));
        return Layer.Function(
            "positional_encoding",
            [x],
            options,
            x.Signature,
            new(file, line),
            FaultOf(x, feature, time)
        );
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, file: file, line: line);

    /// <summary>Adds the encoding of the step of a loop: that of the same place in <see cref="Call"/>.</summary>
    /// <param name="step">The step of the loop.</param>
    /// <param name="x">What it reads in this step: holds the batch dim and, last, the feature dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="InvalidOperationException">The call is not right in the body of the loop.</exception>
    /// <exception cref="ModelException">The tensor has no feature dim.</exception>
    public Tensor Step(LoopStep step, Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(step);
        using var call = Enter(x, file, line);
        step.RequireHere();
        var feature = x.RequireFeature(nameof(PositionalEncoding));
        var options = OptionValue.Dict(("add_to_input", true));
        var node = new LayerNode("positional_encoding", [x], options, x.Signature, [])
        {
            HasVariables = false,
            KeepsState = true,
            Fault = FaultOf(x, feature),
        };
        return Layer.Record(node, new(file, line));
    }

    private static Diagnostic? FaultOf(Tensor x, Dim feature, Dim time) =>
        x.Dims.Contains(time) ? FaultOf(x, feature) : ShapeDiagnostics.NoSuchDim(nameof(PositionalEncoding), [time], x);

    private static Diagnostic? FaultOf(Tensor x, Dim feature) =>
        x.Type != DataType.Float32 ? ShapeDiagnostics.WrongType(nameof(PositionalEncoding), "a real number", x)
        : feature.Size < SmallestSize ? AttentionDiagnostics.TooNarrow(nameof(PositionalEncoding), feature)
        : !ReferenceEquals(x.Dims[^1], feature) ? AttentionDiagnostics.FeaturesNotLast(nameof(PositionalEncoding), x)
        : null;
}
