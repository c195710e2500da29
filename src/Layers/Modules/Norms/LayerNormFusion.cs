namespace NetDsl.Layers;

/// <summary>
/// Replaces a normalisation by statistics of its own input by one <c>layer_norm</c> layer, or by one <c>norm</c> layer where the
/// statistics are over other dims than one feature dim, or scale or bias is missing.
/// </summary>
internal sealed class LayerNormFusion : IFusionRule
{
    private const string Scale = "scale";
    private const string Bias = "bias";

    private static readonly Dictionary<string, string> Roles = new() { [Scale] = "the scale", [Bias] = "the bias" };

    public string Name => "layer_norm";

    public IReadOnlyList<FusionPattern> Patterns { get; } =
    [
        Pattern("scale and bias", scale: true, bias: true),
        Pattern("bias only", scale: false, bias: true),
        Pattern("scale only", scale: true, bias: false),
        Pattern("neither scale nor bias", scale: false, bias: false),
    ];

    public Refusal? Check(FusionMatch match)
    {
        var axes = match.Reductions[0].Axes;
        foreach (var reduction in match.Reductions)
        {
            if (!reduction.Axes.Equals(axes))
            {
                return new($"one statistic is over {axes} and the other over {reduction.Axes}", reduction.Location);
            }

            if (reduction.IsMasking)
            {
                return new("padding is left out, and RETURNN's norm takes it in", reduction.Location);
            }

            if (axes.Contains(Dim.Batch))
            {
                return new("the statistics are over the batch, too", reduction.Location);
            }
        }

        return CheckParameters(match);
    }

    public Fusion Rewrite(FusionMatch match)
    {
        var x = match.Inputs["x"];
        var axes = match.Reductions[0].Axes;
        var binding = new ParameterBinding(match);
        AddParameter(match, binding, Scale, initial: 1.0);
        AddParameter(match, binding, Bias, initial: 0.0);
        var isLayerNorm = axes.Count == 1 && match.Parameters.Count == 2 && match.Parameters[Scale].Dims.Equals(axes);
        var options = isLayerNorm
            ? OptionValue.Dict(("in_dim", axes[0]), ("epsilon", match.Numbers["epsilon"]))
            : GeneralOptions(match, axes);
        var layer = FusedLayer.Make(
            match.Result,
            isLayerNorm ? "layer_norm" : "norm",
            x,
            binding.AddTo(options),
            x.Dims,
            namedAsModule: binding.IsModule || (match.Parameters.Count == 0 && IsWholeModule(match))
        );
        return new([layer]);
    }

    private static FusionPattern Pattern(string variant, bool scale, bool bias) =>
        new(
            variant,
            Roles,
            (pattern, net) =>
            {
                var feature = Dim.Feature("feature", 1);
                var module = new LayerNorm(feature, scale, bias, pattern.AnyNumber("epsilon"));
                return module.Call(net.Input("x", [Dim.Batch, feature]));
            }
        );

    // Both have one shape in RETURNN, given by dims of the input.
    private static Refusal? CheckParameters(FusionMatch match)
    {
        Shape? dims = null;
        foreach (var (name, parameter) in match.Parameters)
        {
            var location = parameter.Node.Location;
            if (parameter.Dims.Count == 0 || !match.Inputs["x"].Dims.ContainsAll(parameter.Dims))
            {
                return new(
                    $"{Roles[name]} has the dims {parameter.Dims}, not dims of the input {match.Inputs["x"].Dims}",
                    location
                );
            }

            if (!parameter.Dims.SequenceEqual(dims ??= parameter.Dims))
            {
                return new($"scale and bias have different dims, {dims} and {parameter.Dims}", location);
            }
        }

        return null;
    }

    // RETURNN starts with 1 and 0, and has no option to say otherwise: another initial value is that of a variable layer.
    private static void AddParameter(FusionMatch match, ParameterBinding binding, string name, double initial)
    {
        if (match.Parameters.TryGetValue(name, out var parameter))
        {
            binding.Add(name, parameter, !parameter.IsAuxiliary && parameter.Initial.Number == initial);
        }
    }

    private static DictValue GeneralOptions(FusionMatch match, Shape axes)
    {
        var options = OptionValue.Dict(
            ("axis", axes.Count == 1 ? axes[0] : ListOf(axes)),
            ("scale", match.Parameters.ContainsKey(Scale)),
            ("bias", match.Parameters.ContainsKey(Bias))
        );
        foreach (var (_, parameter) in match.Parameters)
        {
            options = options.Replacing("param_shape", ListOf(parameter.Dims));
        }

        return options.With("epsilon", match.Numbers["epsilon"]);
    }

    private static OptionValue ListOf(Shape dims) => OptionValue.List([.. dims.Select(dim => (OptionValue)dim)]);

    private static bool IsWholeModule(FusionMatch match) => match.Result.Node.Module is LayerNorm or InstanceNorm;
}
