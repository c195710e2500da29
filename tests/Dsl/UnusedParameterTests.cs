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

        var entry = Assert.Single(ConfigEmitter.Emit(net, new EmitOptions()).Lowering.Entries);

        Assert.Equal("no output or loss needs its result", entry.Reason);
    }

    [Fact]
    public void A_linear_map_to_its_own_input_dim_is_an_error_with_a_way_out()
    {
        _ = Started(out var data, Dim.Batch, features);

        var error = Assert.Single(Assert.Throws<ModelException>(() => new Linear(features).Call(data)).Diagnostics);

        Assert.Equal(
            ("ND2014", "Linear maps in:9 to itself, but no tensor has one dim twice."),
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
