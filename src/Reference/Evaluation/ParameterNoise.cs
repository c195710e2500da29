using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>
/// What training does to variables before layers read them: noise is added, then entries are dropped (BASE:1235). Which numbers it is
/// depends on the variable's name, so that it is the same in two forms of a net.
/// </summary>
internal static class ParameterNoise
{
    /// <summary>A variable as a layer reads it in this step.</summary>
    /// <param name="state">The step.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="name">The variable's name in the layer.</param>
    /// <param name="value">The variable, or another layer's output, which is as it is.</param>
    internal static Value Apply(StepState state, NetLayer layer, string name, Value value)
    {
        if (!state.Mode.IsTraining || value.Operation is not null || !value.HasGradient)
        {
            return value;
        }

        var variable = state.Bindings.WrittenName(layer, name) ?? name;
        if (Numbers.Of(layer.Options["param_variational_noise"]) is { } deviation and not 0)
        {
            var noise = new RandomNumbers(state.Mode.Seed, $"noise {variable}").Normal(value.Shape);
            value += Value.Constant(noise) * deviation;
        }

        var least = Numbers.Of(layer.Options["param_dropout_min_ndim"]) ?? 0;
        if (Numbers.Of(layer.Options["param_dropout"]) is { } rate and not 0 && value.Rank >= least)
        {
            var random = new RandomNumbers(state.Mode.Seed, $"dropout {variable}").Uniform(value.Shape);
            value *= Value.Constant(new Unary(number => number >= rate ? 1 / (1 - rate) : 0).Compute([random]));
        }

        return value;
    }
}
