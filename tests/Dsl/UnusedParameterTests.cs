using NetDsl.Emit;
using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>A parameter that will be missing in checkpoints is reported, whoever holds it.</summary>
public sealed class UnusedParameterTests
{
    private static readonly Dim features = Dim.Feature("in", 9);

    [Fact]
    public void A_parameter_outside_of_modules_that_nothing_reads_is_reported()
    {
        var net = Started(out var data, Dim.Batch, features);
        _ = new Parameter([features], name: "spare");
        net.Output(Relu(data));

        var warning = Assert.Single(net.Build().Diagnostics);

        Assert.Equal(
            ("ND4001", "The parameter \"spare\" is never used, so RETURNN will not have it."),
            (warning.Code, warning.Message)
        );
    }

    [Fact]
    public void A_parameter_that_only_dead_steps_read_is_reported()
    {
        var net = Started(out var data, Dim.Batch, features);
        _ = data * new Parameter([features], name: "scale");
        net.Output(Relu(data));

        var warning = Assert.Single(ConfigEmitter.Emit(net, new EmitOptions()).Diagnostics);

        Assert.Equal(
            ("ND4001", "No output, loss or update needs the parameter \"scale\", so RETURNN will not have it."),
            (warning.Code, warning.Message)
        );
    }

    [Fact]
    public void A_batch_norm_that_nobody_reads_is_explained()
    {
        var net = Started(out var data, Dim.Batch, features);
        _ = new BatchNorm().Call(data);
        net.Output(Relu(data));

        var entry = Assert.Single(ConfigEmitter.Emit(net, new EmitOptions { RulesOff = ["eval"] }).Lowering.Entries);

        Assert.Equal("no output or loss needs its result", entry.Reason);
    }

    [Fact]
    public void A_linear_map_to_another_dim_of_its_input_is_an_error_with_a_way_out()
    {
        var heads = Dim.Feature("heads", 4);
        _ = Started(out var data, Dim.Batch, heads, features);

        var error = Assert.Single(Assert.Throws<ModelException>(() => new Linear(heads).Call(data)).Diagnostics);

        Assert.Equal(
            ("ND2014", "Linear yields heads:4, which stays in its result from [batch, heads:4, in:9] already."),
            (error.Code, error.Message)
        );
    }

    [Theory]
    [InlineData(-1e-3, 0.1)]
    [InlineData(double.NaN, 0.1)]
    [InlineData(1e-3, 1.5)]
    [InlineData(1e-3, double.NaN)]
    public void Batch_norm_refuses_numbers_that_mean_nothing(double epsilon, double momentum) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchNorm(epsilon: epsilon, momentum: momentum));

    [Fact]
    public void Training_refuses_an_empty_mini_batch() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Training { BatchSize = 0 });

    [Fact]
    public void Training_refuses_a_negative_learning_rate() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Training { LearningRate = -0.1 });
}
