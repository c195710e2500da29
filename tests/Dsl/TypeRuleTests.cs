using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>A constant takes another type only where nothing is lost; indices keep their classes.</summary>
public sealed class TypeRuleTests
{
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim classes = Dim.Feature("classes", 2);

    [Fact]
    public void A_truth_value_in_one_branch_and_a_number_in_the_other_are_refused()
    {
        var net = Started(out var data, Dim.Batch, features);
        var sum = ReduceSum(data, [Dim.Batch, features]);
        net.Output(Cond(TrainFlag(), () => sum, () => true));

        Assert.Equal("ND2008", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void A_real_number_in_one_branch_and_a_whole_one_in_the_other_are_refused()
    {
        var net = Started(out _, Dim.Batch, features);
        var count = net.Input("count", [], type: DataType.Int32);
        net.Output(Cond(TrainFlag(), () => 0.5, () => count));

        Assert.Equal("ND2008", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void A_whole_number_in_the_first_branch_takes_the_type_of_the_second()
    {
        var net = Started(out _, Dim.Batch, features);
        var count = net.Input("count", [], type: DataType.Int64);
        var result = Cond(TrainFlag(), () => 0, () => count);

        Assert.Equal(DataType.Int64, result.Type);
    }

    [Fact]
    public void A_real_number_cannot_be_assigned_to_a_whole_parameter()
    {
        var net = Started(out _, Dim.Batch, features);
        new Parameter([], auxiliary: true, type: DataType.Int32, name: "counter").AssignAdd(0.5);

        Assert.Equal("ND2004", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void Choosing_between_indices_into_different_classes_is_refused()
    {
        var net = Started(out _, Dim.Batch, features);
        var left = net.Input("left", [Dim.Batch], sparse: classes);
        var right = net.Input("right", [Dim.Batch], sparse: features);
        _ = Where(TrainFlag(), left, right);

        Assert.Equal("ND2004", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void Indices_into_different_classes_cannot_be_compared()
    {
        var net = Started(out _, Dim.Batch, features);
        var left = net.Input("left", [Dim.Batch], sparse: classes);
        var right = net.Input("right", [Dim.Batch], sparse: features);
        _ = Equal(left, right);

        Assert.Equal("ND2004", Assert.Single(Diagnostics(net)).Code);
    }
}
