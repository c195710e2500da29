using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>RETURNN compares a layer with a number behind it: a number in front turns the comparison round.</summary>
public sealed class NumberFirstTests
{
    [Fact]
    public void Less_than_a_tensor_is_a_tensor_that_is_greater() => AssertKind("greater", x => 1.5 < x);

    [Fact]
    public void At_most_a_tensor_is_a_tensor_that_is_at_least() => AssertKind("greater_equal", x => 1.5 <= x);

    [Fact]
    public void Greater_than_a_tensor_is_a_tensor_that_is_less() => AssertKind("less", x => 1.5 > x);

    [Fact]
    public void At_least_a_tensor_is_a_tensor_that_is_at_most() => AssertKind("less_equal", x => 1.5 >= x);

    [Fact]
    public void Equal_and_not_equal_are_the_same_from_both_sides()
    {
        AssertKind("equal", x => Equal(1.5, x));
        AssertKind("not_equal", x => NotEqual(1.5, x));
    }

    private static void AssertKind(string kind, Func<Tensor, Tensor> compare)
    {
        var net = new Net("compare");
        net.Output(compare(net.Input("data", [Dim.Batch, Dim.Feature("in", 3)])));

        var layer = Assert.Single(Lowering.EmittedNet.Of(net).OfClass("compare"));
        Assert.Equal(((OptionValue)kind, (OptionValue)1.5), (layer["kind"], layer["value"]));
    }
}
