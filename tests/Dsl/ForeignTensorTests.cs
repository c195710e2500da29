using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>What belongs to one net does not get into another, and what is built stays as it is.</summary>
public sealed class ForeignTensorTests
{
    private static readonly Dim features = Dim.Feature("in", 9);

    [Fact]
    public void A_tensor_of_another_net_that_a_branch_returns_is_refused()
    {
        var foreign = new Net("first").Input("data", [Dim.Batch, features]);
        var net = Started(out var data, Dim.Batch, features);
        net.Output(Cond(TrainFlag(), () => foreign, () => data));

        Assert.Equal("ND1001", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void A_tensor_of_a_net_that_is_built_is_one_of_another_net_on_either_side()
    {
        var first = Started(out var foreign, Dim.Batch, features);
        first.Build();
        var net = Started(out var data, Dim.Batch, features);
        _ = foreign + data;

        Assert.Equal("ND1001", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void A_net_that_is_not_built_is_recorded_again_after_a_later_one_is()
    {
        var outer = Started(out _, Dim.Batch, features);
        var inner = Started(out _, Dim.Batch, features);
        inner.Build();
        new Parameter([], auxiliary: true, name: "counter").AssignAdd(1);

        Assert.Equal(["data", "assign_add"], Kinds(outer));
    }

    [Fact]
    public void An_update_recorded_in_the_branch_of_another_net_is_refused()
    {
        var first = Started(out var data, Dim.Batch, features);
        var second = Started(out _, Dim.Batch, features);
        var average = new Parameter([], auxiliary: true, name: "average");
        When(TrainFlag(), () => average.Assign(ReduceMean(data, [Dim.Batch, features])));

        Assert.Contains("ND1001", Diagnostics(first).Concat(Diagnostics(second)).Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_layer_cannot_be_named_after_Build()
    {
        var net = Started(out var data, Dim.Batch, features);
        var result = Relu(data);
        net.Build();

        Assert.Throws<InvalidOperationException>(() => result.Named("late"));
    }

    [Fact]
    public void Branches_with_a_different_number_of_results_do_not_break_what_follows()
    {
        var net = Started(out var data, Dim.Batch, features);
        var results = Cond(TrainFlag(), () => [data, data], () => [data]);
        net.Output(results[0] + results[1]);

        Assert.Equal("ND2006", Assert.Single(Diagnostics(net)).Code);
    }
}
