using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

public sealed class CondRecordingTests
{
    private static readonly Dim features = Dim.Feature("in", 9);

    [Fact]
    public void A_choice_has_the_dims_and_type_of_its_branches()
    {
        var net = Started(out var data, Dim.Batch, features);
        var result = Cond(TrainFlag(), () => Cast(data, DataType.Int64), () => Cast(Relu(data), DataType.Int64));

        Assert.Equal("cond [batch, in:9]", result.ToString());
        Assert.Equal(DataType.Int64, result.Type);
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Two_results_keep_their_order()
    {
        var net = Started(out var data, Dim.Batch, features);
        var (first, second) = Cond(
            TrainFlag(),
            () => (data, ReduceMean(data, [features])),
            () => (data, ReduceMax(data, [features]))
        );

        Assert.Equal("cond [batch, in:9]", first.ToString());
        Assert.Equal("cond [batch]", second.ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Any_number_of_results_keep_their_order()
    {
        var net = Started(out var data, Dim.Batch, features);
        var (mean, sum) = (ReduceMean(data, [features]), ReduceSum(data, [Dim.Batch]));
        var results = Cond(TrainFlag(), () => [data, mean, sum], () => [-data, mean, sum]);

        Assert.Equal(
            ["cond [batch, in:9]", "cond [batch]", "cond [in:9]"],
            results.Select(result => result.ToString())
        );
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Branches_may_have_effects_alone()
    {
        var net = Started(out _, Dim.Batch, features);
        Cond(TrainFlag(), () => Counter().AssignAdd(1), () => { });

        Assert.Equal(["data", "assign_add", "cond"], Kinds(net));
    }

    [Fact]
    public void A_branch_may_have_effects_and_results()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(
            Cond(
                TrainFlag(),
                () =>
                {
                    Counter().AssignAdd(1);
                    return Relu(data);
                },
                () => data
            )
        );

        Assert.Equal(["data", "assign_add", "relu", "cond"], Kinds(net));
    }

    [Fact]
    public void When_has_one_branch()
    {
        var net = Started(out var data, Dim.Batch, features);
        When(ReduceMax(data, [Dim.Batch, features]) > 0.5, () => Counter().AssignAdd(1));

        Assert.Equal(["data", "max", "compare", "assign_add", "cond"], Kinds(net));
    }

    [Fact]
    public void What_a_branch_records_comes_before_its_Cond_and_inner_ones_before_outer_ones()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(Cond(TrainFlag(), () => Cond(Not(TrainFlag()), () => Exp(data), () => Log(data)), () => Tanh(data)));

        Assert.Equal(["data", "not", "exp", "log", "cond", "tanh", "cond"], Kinds(net));
    }

    [Fact]
    public void A_branch_may_read_what_was_recorded_before_it_and_around_it()
    {
        var net = Started(out var data, Dim.Batch, features);
        var before = Exp(data);
        net.Output(
            Cond(
                TrainFlag(),
                () =>
                {
                    var around = Log(before);
                    return Cond(TrainFlag(), () => around + before, () => around);
                },
                () => before
            )
        );

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_value_of_an_inner_branch_cannot_be_used_in_the_outer_one()
    {
        var net = Started(out var data, Dim.Batch, features);
        var inner = data;
        _ = Cond(
            TrainFlag(),
            () =>
            {
                var result = Cond(TrainFlag(), () => inner = Exp(data), () => data);
                return inner + result;
            },
            () => data
        );

        Assert.Equal("ND1002", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void The_results_of_one_Cond_may_be_used_in_a_branch_of_the_next()
    {
        var net = Started(out var data, Dim.Batch, features);
        var mean = Cond(TrainFlag(), () => ReduceMean(data, [Dim.Batch, features]), () => 0.0);
        var average = new Parameter([], auxiliary: true, name: "average");
        When(TrainFlag(), () => average.AssignAdd((mean - average) * 0.1));

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_parameter_first_used_inside_a_branch_is_a_parameter_of_the_net()
    {
        var net = Started(out var data, Dim.Batch, features);
        var scale = new Parameter([features], name: "scale");
        var inner = Cond(TrainFlag(), () => Cond(TrainFlag(), () => data * scale, () => data), () => data);
        net.Output(inner * scale);

        Assert.Equal(["scale"], ParameterNames(net));
    }

    [Fact]
    public void A_parameter_may_be_made_inside_a_branch()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(Cond(TrainFlag(), () => data * new Parameter([features], name: "scale"), () => data));

        Assert.Equal(["scale"], ParameterNames(net));
    }

    [Fact]
    public void A_parameter_that_a_branch_only_returns_is_a_parameter_of_the_net()
    {
        var net = Started(out var data, Dim.Batch, features);
        var average = new Parameter([features], auxiliary: true, name: "average");
        net.Output(Cond(TrainFlag(), () => ReduceMean(data, [Dim.Batch]), () => average));

        Assert.Equal(["average"], ParameterNames(net));
    }

    [Fact]
    public void A_parameter_may_be_the_condition()
    {
        var net = Started(out var data, Dim.Batch, features);
        var frozen = new Parameter([], initial: 0, auxiliary: true, type: DataType.Bool, name: "frozen");
        net.Output(Cond(frozen, () => data, () => -data));

        Assert.Equal(["frozen"], ParameterNames(net));
    }

    [Fact]
    public void A_whole_number_in_one_branch_takes_the_type_of_the_other()
    {
        var net = Started(out var data, Dim.Batch, features);
        var sum = ReduceSum(data, [Dim.Batch, features]);

        Assert.Equal(DataType.Float32, Cond(TrainFlag(), () => sum, () => 0).Type);
        Assert.Equal(DataType.Float32, Cond(TrainFlag(), () => 0, () => sum).Type);
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void After_an_exception_in_a_branch_recording_goes_on_outside_of_it()
    {
        var net = Started(out var data, Dim.Batch, features);
        Assert.Throws<FormatException>(() => Cond(TrainFlag(), () => throw new FormatException(), () => data));
        net.Output(Relu(data));

        Assert.Equal(["data", "relu"], Kinds(net));
    }

    private static Parameter Counter() => new([], auxiliary: true, type: DataType.Int32, name: "counter");
}
