namespace NetDsl;

/// <summary>
/// How gradients become steps. Every number that matters is written out: RETURNN injects an epsilon of 1e-16 where none is given
/// (contract 1.4). These run on today's TensorFlow (contract 0.7).
/// </summary>
public sealed record Optimizer
{
    private Optimizer(DictValue options) => Options = options;

    /// <summary>The dict that RETURNN reads.</summary>
    public DictValue Options { get; }

    /// <summary>Adam (Kingma and Ba, 2015).</summary>
    /// <param name="beta1">Decay of the mean of gradients.</param>
    /// <param name="beta2">Decay of the mean of squared gradients.</param>
    /// <param name="epsilon">Added to the root in the denominator.</param>
    public static Optimizer Adam(double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8) =>
        Of("adam", ("beta1", beta1), ("beta2", beta2), ("epsilon", epsilon));

    /// <summary>RMSProp (Tieleman and Hinton, 2012).</summary>
    /// <param name="decay">Decay of the mean of squared gradients.</param>
    /// <param name="momentum">Share of the last step that is repeated.</param>
    /// <param name="epsilon">Added to the denominator.</param>
    public static Optimizer RmsProp(double decay = 0.9, double momentum = 0.0, double epsilon = 1e-10) =>
        Of("rmsprop", ("decay", decay), ("momentum", momentum), ("epsilon", epsilon));

    /// <summary>Adagrad (Duchi, Hazan and Singer, 2011).</summary>
    /// <param name="initialAccumulator">Where sums of squared gradients start.</param>
    public static Optimizer Adagrad(double initialAccumulator = 0.1) =>
        Of("adagrad", ("initial_accumulator_value", initialAccumulator));

    /// <summary>Gradient descent that repeats a share of its last step.</summary>
    /// <param name="momentum">That share.</param>
    public static Optimizer Momentum(double momentum = 0.9) => Of("momentum", ("momentum", momentum));

    /// <summary>Gradient descent.</summary>
    public static Optimizer GradientDescent() => Of("gradientdescent");

    /// <summary>Any optimizer of RETURNN or TensorFlow by its class name.</summary>
    /// <param name="optimizerClass">The name, in lower case.</param>
    /// <param name="options">Its options; the learning rate is not one of them.</param>
    public static Optimizer Of(string optimizerClass, params ReadOnlySpan<(OptionValue Key, OptionValue Value)> options)
    {
        var dict = OptionValue.Dict(("class", optimizerClass));
        foreach (var (key, value) in options)
        {
            dict = dict.With(key, value);
        }

        return new(dict);
    }
}
