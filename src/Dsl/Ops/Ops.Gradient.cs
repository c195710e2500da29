using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>The same values with another gradient.</content>
public static partial class Ops
{
    /// <summary>The same values; nothing is learned through them.</summary>
    public static Tensor StopGradient(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Layer.Function(
            "scaled_grad",
            [x],
            OptionValue.Dict(("scale", 0.0)),
            x.Signature,
            new(file, line),
            title: "stop_gradient"
        );

    /// <summary>The same values with a gradient that is multiplied by a number.</summary>
    /// <param name="x">Real numbers.</param>
    /// <param name="scale">The number; below 0 it reverses the gradient, 0 is <see cref="StopGradient"/>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor ScaledGradient(
        Tensor x,
        double scale,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) =>
        Layer.Function(
            "scaled_grad",
            [x],
            OptionValue.Dict(("scale", Finite(scale, nameof(scale)))),
            x.Signature,
            new(file, line),
            NeedsReal("scaled_grad", x)
        );
}
