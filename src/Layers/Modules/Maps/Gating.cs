using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// A gated linear unit (Dauphin et al., 2017): <c>activation(a) * sigmoid(b)</c>, where a and b are the halves of the features.
/// </summary>
/// <remarks>Written from building blocks, and emitted as one <c>gating</c> layer. It has no parameters.</remarks>
/// <example><code>
/// var gate = net.Add("gate", new Gating());
/// net.Output(gate.Call(data));
/// </code></example>
public sealed class Gating : Module, IStep
{
    private readonly Func<Tensor, Tensor>? activation;

    /// <summary>A gate.</summary>
    /// <param name="output">The dim of a half; half of the feature dim unless given.</param>
    /// <param name="activation">What is done with the first half; nothing unless given.</param>
    public Gating(Dim? output = null, Func<Tensor, Tensor>? activation = null) =>
        (Output, this.activation) = (output, activation);

    /// <summary>The dim of a half; null if it is half of the feature dim of each input.</summary>
    public Dim? Output { get; }

    /// <summary>Gates the first half of the features by the second: the dim of a half comes in place of the feature dim.</summary>
    /// <param name="x">Holds a feature dim of even size.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">There is no feature dim, or the output is not half of it, or it is there already.</exception>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var feature = x.RequireFeature(nameof(Gating));
        if (feature.Size is not { } size || size % 2 != 0 || (Output?.Size ?? size / 2) != size / 2)
        {
            throw Net.Stopped(ModuleDiagnostics.NoHalves(feature, Output, x), x);
        }

        var half = Output ?? HalfOf(feature);
        x.RequireRoomFor(half, feature, nameof(Gating));
        var parts = Split(x, feature, [half, half]);
        var value = activation is null ? parts[0] : activation(parts[0]);
        return value * Sigmoid(parts[1]);
    }

    // Half of 2 * a is a, whichever factor comes first.
    private static Dim HalfOf(Dim feature) =>
        feature.Expression is { Operator: DimOperator.Multiply, Left: { Dim: null, Number: 2 }, Right.Dim: { } half }
            ? half
            : feature.FloorDiv(2);
}
