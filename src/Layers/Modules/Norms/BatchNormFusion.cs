using System.Globalization;

namespace NetDsl.Layers;

/// <summary>
/// Replaces a batch normalisation from blocks by one <c>batch_norm</c> layer, in one of the forms that TensorFlow computes by a fused
/// operation (contract 0.2): as it is; with constants for a missing scale or shift; packed, if padding is masked.
/// </summary>
internal sealed class BatchNormFusion : IFusionRule
{
    private const string Mean = "batch_norm/v2_mean";
    private const string Variance = "batch_norm/v2_variance";
    private const string Gamma = "batch_norm/v2_gamma";
    private const string Beta = "batch_norm/v2_beta";

    private static readonly Dictionary<string, string> Roles = new()
    {
        [Mean] = "the running mean",
        [Variance] = "the running variance",
        [Gamma] = "gamma",
        [Beta] = "beta",
    };

    // TensorFlow's Python wrapper raises smaller ones (contract 7).
    private const double SmallestEpsilon = 1.001e-5;

    public string Name => "batch_norm";

    public IReadOnlyList<FusionPattern> Patterns { get; } =
    [
        Pattern("gamma and beta", affine: true, (normed, _) => normed),
        Pattern("beta only", affine: false, (normed, feature) => normed + new Parameter([feature], name: Beta)),
        Pattern("gamma only", affine: false, (normed, feature) => normed * new Parameter([feature], name: Gamma)),
        Pattern("neither gamma nor beta", affine: false, (normed, _) => normed),
        Folded("gamma and beta, as tf.nn.batch_normalization folds them", hasGamma: true),
        Folded("beta only, as tf.nn.batch_normalization folds it", hasGamma: false),
    ];

    public Refusal? Check(FusionMatch match) =>
        CheckParameters(match)
        ?? CheckReductions(match)
        ?? CheckNumbers(match)
        ?? CheckMask(match)
        ?? CheckStatistics(match);

    public Fusion Rewrite(FusionMatch match)
    {
        var feature = match.Parameters[Mean].Dims[0];
        var binding = new ParameterBinding(match);
        var options = AddParameters(match, binding, SemanticOptions(match, feature));
        var epsilon = match.Numbers["epsilon"];
        return new(Layers(match, binding, options, feature))
        {
            Notes = Notes(match, epsilon),
            Diagnostics = [.. Findings(match, epsilon)],
        };
    }

    private static FusionPattern Pattern(string variant, bool affine, Func<Tensor, Dim, Tensor> finish) =>
        Pattern(variant, affine, isUsual: true, (module, x) => finish(module.Call(x), module.Feature!));

    // x s + (beta - mean s), where s is gamma / sqrt(variance + epsilon): the same sum, in another order.
    private static FusionPattern Folded(string variant, bool hasGamma) =>
        Pattern(
            variant,
            affine: false,
            isUsual: false,
            (module, x) =>
            {
                var (mean, variance) = module.Statistics(x);
                var scale = Ops.Rsqrt(variance + module.Epsilon);
                scale = hasGamma ? scale * new Parameter([module.Feature!], name: Gamma) : scale;
                return x * scale + (new Parameter([module.Feature!], name: Beta) - mean * scale);
            }
        );

    private static FusionPattern Pattern(
        string variant,
        bool affine,
        bool isUsual,
        Func<BatchNorm, Tensor, Tensor> record
    ) =>
        new(
            variant,
            Roles,
            (pattern, net) =>
            {
                var feature = Dim.Feature("feature", 1);
                var x = net.Input("x", [Dim.Batch, feature]);
                var module = new BatchNorm(
                    feature,
                    affine,
                    epsilon: pattern.AnyNumber("epsilon"),
                    momentum: pattern.AnyNumber("momentum")
                );
                return record(module, x);
            }
        )
        {
            Explains = isUsual,
        };

    private static Refusal? CheckParameters(FusionMatch match)
    {
        var x = match.Inputs["x"];
        var mean = match.Parameters[Mean];
        if (mean.Dims.Count != 1 || !x.Dims.Contains(mean.Dims[0]))
        {
            return new(
                $"the running mean has the dims {mean.Dims}, not one feature dim of {x.Dims}",
                mean.Node.Location
            );
        }

        foreach (var (_, parameter) in match.Parameters)
        {
            if (!parameter.Dims.Equals(mean.Dims))
            {
                return new(
                    $"a parameter has the dims {parameter.Dims}, the running mean {mean.Dims}",
                    parameter.Node.Location
                );
            }
        }

        return null;
    }

    private static Refusal? CheckReductions(FusionMatch match)
    {
        var x = match.Inputs["x"];
        var all = x.Dims.Except(match.Parameters[Mean].Dims[0]);
        foreach (var reduction in match.Reductions)
        {
            if (!reduction.Axes.Equals(all))
            {
                return new(
                    $"the statistics are over {reduction.Axes}, batch norm takes them over {all}",
                    reduction.Location
                );
            }

            if (reduction.IsMasking != match.Reductions[0].IsMasking)
            {
                return new("one statistic leaves out padding and the other does not", reduction.Location);
            }
        }

        return null;
    }

    // The fused operation raises a small epsilon, and must not hide a sign that is wrong.
    private static Refusal? CheckNumbers(FusionMatch match)
    {
        var (epsilon, momentum) = (match.Numbers["epsilon"], match.Numbers["momentum"]);
        var location = match.Result.Node.Location;
        return epsilon < 0 ? new($"epsilon is {Digits(epsilon)}, and below 0", location)
            : momentum is < 0 or > 1 ? new($"momentum is {Digits(momentum)}, and not between 0 and 1", location)
            : null;
    }

    private static string Digits(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static Refusal? CheckMask(FusionMatch match)
    {
        if (!match.Reductions[0].IsMasking)
        {
            return null;
        }

        var x = match.Inputs["x"];
        var dynamic = x.Dims.Where(dim => dim.IsDynamic).ToList();
        if (dynamic.Count != 1 || !x.Dims.Contains(Dim.Batch))
        {
            return new(
                $"padding is left out, but {x.Dims} cannot be packed along one dynamic dim",
                match.Reductions[0].Location
            );
        }

        // Packing forgets what stood in padding frames; zeros come back.
        return match.Context.PaddingReader(dynamic[0]) is { } reader
            ? new($"{reader.Kind} may read padding frames, and those are zero after packing", reader.Location)
            : null;
    }

    private static Refusal? CheckStatistics(FusionMatch match)
    {
        foreach (var name in new[] { Mean, Variance })
        {
            if (match.Context.OtherUseOf(match.Parameters[name]) is { } other)
            {
                return new($"{Roles[name]} is {other.How}", other.Location);
            }
        }

        return null;
    }

    // Nothing is left to defaults: they differ between behavior versions (contract 7).
    private static DictValue SemanticOptions(FusionMatch match, Dim feature) =>
        OptionValue.Dict(
            ("in_dim", feature),
            ("momentum", match.Numbers["momentum"]),
            ("epsilon", match.Numbers["epsilon"]),
            ("use_shift", true),
            ("use_std", true),
            ("use_sample", 0.0),
            ("force_sample", false),
            ("update_sample_only_in_training", true),
            ("delay_sample_update", true),
            ("param_version", 2),
            ("masked_time", false)
        );

    private static DictValue AddParameters(FusionMatch match, ParameterBinding binding, DictValue options)
    {
        var (mean, variance) = (match.Parameters[Mean], match.Parameters[Variance]);
        binding.Add(Mean, mean, mean.Initial.Number == 0);
        binding.Add(Variance, variance, variance.Initial.Number == 1);
        options = AddAffine(match, binding, options, Gamma, "gamma_init", missing: 1.0);
        options = AddAffine(match, binding, options, Beta, "beta_init", missing: 0.0);
        return binding.AddTo(options);
    }

    // Without scale or shift RETURNN would not use the fused operation: constants keep it (contract 0.2c).
    private static DictValue AddAffine(
        FusionMatch match,
        ParameterBinding binding,
        DictValue options,
        string name,
        string initial,
        double missing
    )
    {
        if (!match.Parameters.TryGetValue(name, out var parameter))
        {
            binding.Bind(name, Ops.Constant(missing, match.Parameters[Mean].Dims));
            return options;
        }

        return binding.Add(options, name, parameter, initial);
    }

    private static IReadOnlyList<LayerNode> Layers(
        FusionMatch match,
        ParameterBinding binding,
        DictValue options,
        Dim feature
    )
    {
        var x = match.Inputs["x"];
        var place = match.Result;
        if (!match.Reductions[0].IsMasking)
        {
            return [FusedLayer.Make(place, "batch_norm", x, options, x.Dims, namedAsModule: binding.IsModule)];
        }

        var time = x.Dims.First(dim => dim.IsDynamic);
        var axis = OptionValue.Dict(("axis", time));
        var packed = x.Dims.Except(time);
        var flat = FusedLayer.Make(place, "flatten_batch", x, axis, packed, isVerifiable: false);
        var norm = FusedLayer.Make(
            place,
            "batch_norm",
            flat.Output,
            options,
            packed,
            isVerifiable: false,
            namedAsModule: binding.IsModule
        );
        return
        [
            flat,
            norm,
            FusedLayer.Make(place, "unflatten_batch", norm.Output, DictValue.Empty, x.Dims, isVerifiable: false),
        ];
    }

    private static List<string> Notes(FusionMatch match, double epsilon)
    {
        var notes = new List<string>
        {
            "the running variance is stored with Bessel's correction n/(n-1), from blocks without it",
        };
        if (epsilon < SmallestEpsilon)
        {
            notes.Add("epsilon is raised to 1.001e-5");
        }

        if (match.Reductions[0].IsMasking)
        {
            notes.Add("padding frames of the result are zero");
        }

        return notes;
    }

    private static IEnumerable<Diagnostic> Findings(FusionMatch match, double epsilon)
    {
        var location = match.Result.Node.Location;
        var name = match.Context.NameOf(match.Parameters[Variance]);
        if (epsilon < SmallestEpsilon)
        {
            yield return FusionDiagnostics.EpsilonRaised(epsilon, location);
        }

        yield return FusionDiagnostics.VarianceEstimator(name, location);
    }
}
