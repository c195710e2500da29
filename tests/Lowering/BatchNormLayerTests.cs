using NetDsl.Layers;
using Xunit;
using static NetDsl.Tests.Lowering.NormNet;

namespace NetDsl.Tests.Lowering;

/// <summary>The three fused forms of contract 0.2, option by option, and what is said about them.</summary>
public sealed class BatchNormLayerTests
{
    private static readonly NormWays native = new() { NativeNames = true };

    [Fact]
    public void Parameters_with_the_names_of_RETURNN_are_the_layers_own()
    {
        var layer = Norm(native);
        Assert.Equal(
            Options(("gamma_init", 1.0), ("beta_init", 0.0), ("name_scope", "norm"), ("out_shape", All)),
            layer
        );
    }

    [Fact]
    public void Parameters_with_other_names_are_bound()
    {
        var map = Map(
            ("mean", "norm.average"),
            ("variance", "norm.spread"),
            ("gamma", "norm.scale"),
            ("beta", "norm.shift")
        );
        Assert.Equal(
            Options(("reuse_params", OptionValue.Dict(("map", map))), ("out_shape", All)),
            Norm(new NormWays())
        );
    }

    [Fact]
    public void Without_gamma_and_beta_constants_take_their_place()
    {
        var net = EmittedNet.Of(NormNet.Of(native with { HasGamma = false, HasBeta = false }));
        var reuse = OptionValue.Dict(("auto_create_missing", true), ("map", Map(("gamma", "ones"), ("beta", "zeros"))));
        Assert.Equal(
            Options(("name_scope", "norm"), ("reuse_params", reuse), ("out_shape", All)),
            Assert.Single(net.OfClass("batch_norm"))
        );
        Assert.Equal([Filled(1.0), Filled(0.0)], net.OfClass("constant"));
    }

    [Fact]
    public void Masked_it_is_packed_along_the_dynamic_dim()
    {
        var net = EmittedNet.Of(NormNet.Of(native with { Masked = true }));
        Assert.Equal(["flatten_batch", "batch_norm", "unflatten_batch"], net.Layers.Take(3).Select(EmittedNet.ClassOf));
        Assert.Equal(
            OptionValue.Dict(("class", "flatten_batch"), ("from", "data:data"), ("axis", Time)),
            net.Layers[0]
        );
        Assert.Equal(
            Options("norm.flatten_batch", ("gamma_init", 1.0), ("beta_init", 0.0), ("name_scope", "norm")),
            net.Layers[1]
        );
        Assert.Equal(OptionValue.Dict(("class", "unflatten_batch"), ("from", "norm")), net.Layers[2]);
    }

    [Fact]
    public void Momentum_and_epsilon_are_those_of_the_model()
    {
        var layer = Assert.Single(
            EmittedNet.Of(NormNet.Of(native, epsilon: 0.25, momentum: 0.75)).OfClass("batch_norm")
        );
        Assert.Equal((0.25, 0.75), (layer["epsilon"], layer["momentum"]));
    }

    [Fact]
    public void The_dim_with_statistics_of_its_own_may_be_any_static_one()
    {
        var ways = native with
        {
            Source = net => net.Input("data", [Dim.Batch, Time, Width, Feature]),
            Axes = x => x.Dims.Except(Width),
            Make = (role, name, initial) =>
                new Parameter([Width], initial, auxiliary: role is "average" or "spread", name: name),
        };
        Assert.Equal((OptionValue)Width, Norm(ways)["in_dim"]);
    }

    [Fact]
    public void A_start_value_that_the_layer_cannot_give_binds_the_parameter()
    {
        var ways = native with
        {
            Make = (role, name, initial) =>
                new Parameter(
                    [Feature],
                    role == "average" ? 0.5 : initial,
                    auxiliary: role is "average" or "spread",
                    name: name
                ),
        };
        var reuse = OptionValue.Dict(("auto_create_missing", true), ("map", Map(("mean", "norm.batch_norm.v2_mean"))));
        Assert.Equal(reuse, Norm(ways)["reuse_params"]);
    }

    [Fact]
    public void Start_values_of_gamma_and_beta_are_the_layers()
    {
        var ways = native with
        {
            Make = (role, name, initial) =>
                new Parameter(
                    [Feature],
                    role == "scale" ? 0.25 : initial,
                    auxiliary: role is "average" or "spread",
                    name: name
                ),
        };
        Assert.Equal(((OptionValue)0.25, (OptionValue)0.0), (Norm(ways)["gamma_init"], Norm(ways)["beta_init"]));
    }

    [Fact]
    public void A_gamma_that_is_not_trained_is_bound()
    {
        var ways = native with
        {
            Make = (role, name, initial) => new Parameter([Feature], initial, auxiliary: role != "shift", name: name),
        };
        var reuse = OptionValue.Dict(
            ("auto_create_missing", true),
            ("map", Map(("gamma", "norm.batch_norm.v2_gamma")))
        );
        Assert.Equal(reuse, Norm(ways)["reuse_params"]);
    }

    [Fact]
    public void A_gamma_that_is_read_elsewhere_is_bound()
    {
        var ways = native with
        {
            Scale = (centered, gamma, divide) => divide(centered) * gamma + 0.0 * gamma,
            HasBeta = false,
        };
        var reuse = OptionValue.Dict(
            ("auto_create_missing", true),
            ("map", Map(("gamma", "norm.batch_norm.v2_gamma"), ("beta", "zeros")))
        );
        Assert.Equal(reuse, Norm(ways)["reuse_params"]);
    }

    [Theory]
    [InlineData(1e-5)]
    [InlineData(1e-12)]
    [InlineData(0.0)]
    public void An_epsilon_that_the_fused_operation_raises_is_reported(double epsilon)
    {
        var emission = EmittedNet.Of(NormNet.Of(native, epsilon)).Emission;
        var warning = Assert.Single(emission.Diagnostics, diagnostic => diagnostic.Code == "ND4010");
        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.Contains("epsilon is raised to 1.001e-5", Assert.Single(emission.Lowering.Entries).Notes);
    }

    [Theory]
    [InlineData(1.001e-5)]
    [InlineData(1e-3)]
    public void An_epsilon_that_stays_is_not_reported(double epsilon)
    {
        var emission = EmittedNet.Of(NormNet.Of(native, epsilon)).Emission;
        Assert.DoesNotContain(emission.Diagnostics, diagnostic => diagnostic.Code == "ND4010");
        Assert.DoesNotContain("epsilon is raised to 1.001e-5", Assert.Single(emission.Lowering.Entries).Notes);
    }

    [Fact]
    public void The_message_about_epsilon_says_both_numbers_and_the_way_out()
    {
        var found = EmittedNet.Of(NormNet.Of(native, epsilon: 1e-6)).Emission.Diagnostics;
        var warning = Assert.Single(found, diagnostic => diagnostic.Code == "ND4010");
        Assert.Equal("The fused batch norm raises its epsilon of 1e-06 to 1.001e-5.", warning.Message);
        Assert.Equal(
            "Use an epsilon of at least 1.001e-5, or emit it from blocks with --no-lower=batch_norm.",
            warning.Suggestion
        );
    }

    [Fact]
    public void The_estimator_of_the_running_variance_is_reported_with_its_name()
    {
        var emission = EmittedNet.Of(NormNet.Of(new NormWays())).Emission;
        var info = Assert.Single(emission.Diagnostics, diagnostic => diagnostic.Code == "ND4011");
        Assert.Equal((Severity.Info, "norm/spread"), (info.Severity, info.Layer));
        Assert.Equal(
            "the running variance is stored with Bessel's correction n/(n-1), from blocks without it",
            Assert.Single(Assert.Single(emission.Lowering.Entries).Notes)
        );
    }

    [Fact]
    public void From_blocks_nothing_is_reported_as_changed() =>
        Assert.Empty(EmittedNet.FromBlocks(NormNet.Of(native, epsilon: 1e-6)).Emission.Diagnostics);

    [Fact]
    public void Packing_is_reported_as_it_changes_padding() =>
        Assert.Contains(
            "padding frames of the result are zero",
            Assert.Single(EmittedNet.Of(NormNet.Of(native with { Masked = true })).Entries).Notes
        );

    [Theory]
    [InlineData(true, true, "gamma and beta")]
    [InlineData(true, false, "gamma only")]
    [InlineData(false, true, "beta only")]
    [InlineData(false, false, "neither gamma nor beta")]
    public void The_report_says_which_variant_it_was(bool gamma, bool beta, string variant)
    {
        var net = EmittedNet.Of(NormNet.Of(new NormWays { HasGamma = gamma, HasBeta = beta }));
        Assert.Equal(variant, Assert.Single(net.Entries).Variant);
    }

    [Fact]
    public void The_module_is_the_same_layer_as_one_by_hand_with_its_names() =>
        Assert.Equal(
            Norm(native),
            Assert.Single(EmittedNet.Of(NormNets.Module(new BatchNorm())).OfClass("batch_norm"))
        );

    private static OptionValue All => OptionValue.Set(Dim.Batch, Time, Feature);

    private static DictValue Norm(NormWays ways) =>
        Assert.Single(EmittedNet.Of(NormNet.Of(ways)).OfClass("batch_norm"));

    private static DictValue Options(params (string Key, OptionValue Value)[] further) => Options("data:data", further);

    private static DictValue Options(string from, params (string Key, OptionValue Value)[] further) =>
        further.Aggregate(
            OptionValue.Dict(
                ("class", "batch_norm"),
                ("from", from),
                ("in_dim", Feature),
                ("momentum", 0.1),
                ("epsilon", 1e-3),
                ("use_shift", true),
                ("use_std", true),
                ("use_sample", 0.0),
                ("force_sample", false),
                ("update_sample_only_in_training", true),
                ("delay_sample_update", true),
                ("param_version", 2),
                ("masked_time", false)
            ),
            (options, option) => options.With(option.Key, option.Value)
        );

    private static DictValue Map(params (string Name, string Layer)[] bound) =>
        OptionValue.Dict([
            .. bound.Select(entry =>
                (
                    (OptionValue)$"batch_norm/v2_{entry.Name}",
                    (OptionValue)OptionValue.Dict(("layer_output", entry.Layer))
                )
            ),
        ]);

    private static DictValue Filled(double value) =>
        OptionValue.Dict(
            ("class", "constant"),
            ("value", value),
            ("shape", OptionValue.List(Feature)),
            ("dtype", "float32")
        );
}
