using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Reference;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Reference;

/// <summary>A rule that puts the wrong layer in the place of blocks is caught by its numbers.</summary>
public sealed class WrongRuleTests
{
    private const string Gamma = "batch_norm/v2_gamma";
    private const string Beta = "batch_norm/v2_beta";

    [Fact]
    public void A_batch_norm_with_gamma_and_beta_swapped_is_caught() =>
        Caught(new WrongFusion(new BatchNormFusion(), Swap(Gamma, Beta)), Norm(masked: false));

    [Fact]
    public void A_batch_norm_with_mean_and_variance_swapped_is_caught() =>
        Caught(
            new WrongFusion(new BatchNormFusion(), Swap("batch_norm/v2_mean", "batch_norm/v2_variance")),
            Norm(masked: false)
        );

    [Fact]
    public void A_batch_norm_that_forgets_the_mask_is_caught() =>
        Caught(
            new WrongFusion(
                new BatchNormFusion(),
                write: (match, fusion) =>
                    new([
                        FusedLayer.Make(
                            match.Result,
                            "batch_norm",
                            match.Inputs["x"],
                            fusion.Layers.Single(layer => layer.LayerClass == "batch_norm").Options,
                            match.Result.Dims,
                            namedAsModule: true
                        ),
                    ])
            ),
            Norm(masked: true)
        );

    [Theory]
    [InlineData("momentum", 0.1, 0.9)]
    [InlineData("momentum", 0.1, 0.11)]
    [InlineData("epsilon", 1e-3, 1e-2)]
    public void A_batch_norm_with_another_number_is_caught(string number, double right, double wrong) =>
        Caught(
            new WrongFusion(
                new BatchNormFusion(),
                match =>
                {
                    Assert.Equal(right, match.Numbers[number]);
                    return Copy(match, numbers: With(match.Numbers, (number, wrong)));
                }
            ),
            Norm(masked: false)
        );

    [Fact]
    public void A_layer_norm_with_scale_and_bias_swapped_is_caught() =>
        Caught(new WrongFusion(new LayerNormFusion(), Swap("scale", "bias")), Module(() => new LayerNorm()));

    [Theory]
    [InlineData("filter_size", 3, 2)]
    [InlineData("dilation_rate", 1, 2)]
    public void A_convolution_over_another_window_is_caught(string option, int right, int wrong) =>
        Caught(
            new WrongFusion(
                new ConvFusion(),
                write: Change(
                    "conv",
                    layer =>
                    {
                        Assert.Equal(OptionValue.List(right), layer.Options[option]);
                        return Set(layer.Options, option, OptionValue.List(wrong));
                    }
                )
            ),
            new FormNet(
                (sample, x) => sample.Net.Add("conv", new Conv1d(sample.Out, 3)).Call(x, sample.Time),
                Features: 3
            )
        );

    [Theory]
    [InlineData("attention_left_only", true)]
    [InlineData("num_heads", 1)]
    [InlineData("attention_dropout", 0.5)]
    public void A_self_attention_with_another_option_is_caught(string option, object wrong) =>
        Caught(
            new WrongFusion(
                new SelfAttentionFusion(),
                write: Change("self_attention", layer => Set(layer.Options, option, Value(wrong)))
            ),
            new FormNet((sample, x) => sample.Net.Add("heads", new SelfAttention(sample.Out, 2)).Call(x), Features: 3)
        );

    [Fact]
    public void A_map_without_its_bias_is_caught() =>
        Caught(
            new WrongFusion(
                new LinearFusion(),
                write: Change("linear", layer => Set(layer.Options, "with_bias", false))
            ),
            new FormNet((sample, x) => sample.Net.Add("map", new Linear(sample.Out)).Call(x), Features: 3)
        );

    [Fact]
    public void Another_activation_is_caught() =>
        Caught(
            new WrongTakeover(new ActivationRule(), Change(options => Set(options, "activation", "elu"))),
            new FormNet((sample, x) => Relu(sample.Net.Add("map", new Linear(sample.Out)).Call(x)), Features: 3)
        );

    [Fact]
    public void Another_gate_is_caught() =>
        Caught(
            new WrongTakeover(new GatingRule(), Change(options => Set(options, "activation", "relu"))),
            new FormNet((sample, x) => sample.Net.Add("gate", new Gating()).Call(x), Features: 4)
        );

    [Fact]
    public void Another_rate_of_dropout_is_caught() =>
        Caught(
            new WrongTakeover(new DropoutRule(), Change(options => Set(options, "dropout", 0.4))),
            new FormNet((sample, x) => sample.Net.Add("map", new Linear(sample.Out)).Call(Dropout(x, 0.3)), Features: 3)
        );

    [Fact]
    public void Joined_sources_in_another_order_are_caught() =>
        Caught(
            new WrongTakeover(new ConcatRule(), layer => layer.Reading([.. layer.Sources.Reverse()], layer.Options)),
            new FormNet(
                (sample, x) =>
                    sample
                        .Net.Add("map", new Linear(sample.Out))
                        .Call(Concat([(x, x.Dims.Feature!), (sample.Data, sample.In)])),
                Features: 3
            )
        );

    [Fact]
    public void A_softmax_without_its_bias_is_caught() =>
        Caught(
            new WrongTakeover(new SoftmaxRule(), Change(options => Set(options, "with_bias", false))),
            new FormNet(
                (sample, x) => Softmax(sample.Net.Add("map", new Linear(sample.Out)).Call(x), sample.Out),
                Features: 3
            )
        );

    private static FormNet Norm(bool masked) => Module(() => new BatchNorm(masked: masked));

    private static FormNet Module(Func<Module> make) =>
        new FormNet(
            (sample, x) =>
                make() switch
                {
                    BatchNorm norm => sample.Net.Add("norm", norm).Call(x),
                    LayerNorm norm => sample.Net.Add("norm", norm).Call(x),
                    var other => throw new ArgumentException(other.GetType().Name, nameof(make)),
                },
            Features: 3
        );

    // With the rule as it is, the net verifies: it is the mistake that is caught.
    private static void Caught(WrongFusion wrong, FormNet net) =>
        Caught(
            RuleSet.All with
            {
                Fusions = [.. RuleSet.All.Fusions.Select(rule => rule.Name == wrong.Name ? wrong : rule)],
            },
            wrong.Name,
            net.Behind()
        );

    private static void Caught(WrongTakeover wrong, FormNet net) =>
        Caught(
            RuleSet.All with
            {
                Layers = [.. RuleSet.All.Layers.Select(rule => rule.Name == wrong.Name ? wrong : rule)],
            },
            wrong.Name,
            net.Behind()
        );

    private static void Caught(RuleSet rules, string name, Net net)
    {
        Assert.Empty(NetVerifier.Verify(net, ConfigEmitter.Emit, new()).Diagnostics);

        var report = NetVerifier.Verify(
            net,
            (given, options) => ConfigEmitter.Emit(given, options with { Rules = rules }),
            new()
        );

        Assert.Contains(report.Diagnostics, finding => finding.Code == "ND7010");
        Assert.All(
            report.Rows.Where(row => !row.IsEqual),
            row => Assert.Contains(row.Subject, (string[])[name, "all rules"])
        );
    }

    private static Func<FusionMatch, FusionMatch> Swap(string left, string right) =>
        match =>
            Copy(
                match,
                parameters: With(match.Parameters, (left, match.Parameters[right]), (right, match.Parameters[left]))
            );

    private static NamedValues<T> With<T>(NamedValues<T> values, params (string Name, T Value)[] changes) =>
        new([
            .. values.Select(entry =>
                changes.FirstOrDefault(change => change.Name == entry.Key) is { Name: not null } change
                    ? KeyValuePair.Create(entry.Key, change.Value)
                    : entry
            ),
        ]);

    private static FusionMatch Copy(
        FusionMatch match,
        NamedValues<Parameter>? parameters = null,
        NamedValues<double>? numbers = null
    ) =>
        new()
        {
            Pattern = match.Pattern,
            Result = match.Result,
            Inputs = match.Inputs,
            Parameters = parameters ?? match.Parameters,
            Numbers = numbers ?? match.Numbers,
            Reductions = match.Reductions,
            Nodes = match.Nodes,
            Context = match.Context,
        };

    private static Func<LayerNode, LayerNode> Change(Func<DictValue, DictValue> options) =>
        layer => layer.Reading(layer.Sources, options(layer.Options));

    private static Func<FusionMatch, Fusion, Fusion> Change(string layerClass, Func<LayerNode, DictValue> options) =>
        (_, fusion) =>
            fusion with
            {
                Layers =
                [
                    .. fusion.Layers.Select(layer =>
                        layer.LayerClass == layerClass ? layer.Reading(layer.Sources, options(layer)) : layer
                    ),
                ],
            };

    private static DictValue Set(DictValue options, string option, OptionValue value) =>
        options.Without(option).With(option, value);

    private static OptionValue Value(object value) =>
        value switch
        {
            bool flag => flag,
            int number => number,
            double number => number,
            _ => throw new ArgumentException($"{value}", nameof(value)),
        };
}
