using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>Every place a message shows is a line of the user.</summary>
public sealed class MessagePlaceTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim classes = Dim.Feature("classes", 2);

    [Fact]
    public void A_hostile_name_of_a_module_points_to_where_it_was_given()
    {
        var net = Started(out _, Dim.Batch, features);
        var line = NextLine();
        _ = net.Add("my map", new Linear(classes, bias: false));

        Assert.Equal([("ND1007", line)], CodesAndLines(net));
    }

    [Fact]
    public void Two_modules_of_one_name_point_to_a_line()
    {
        var net = Started(out _, Dim.Batch, features);
        _ = net.Add("map", new Linear(classes, bias: false));
        var line = NextLine();
        _ = net.Add("map", new Linear(classes, bias: false));

        Assert.Equal([("ND1005", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_constant_condition_is_not_shown_at_an_unknown_place()
    {
        var net = Started(out _, Dim.Batch, features);
        When(false, () => new Parameter([], auxiliary: true, name: "p").AssignAdd(1));

        Assert.All(Assert.Single(Diagnostics(net)).Related, related => Assert.True(related.Location.IsKnown));
    }

    [Fact]
    public void A_constant_operand_is_not_shown_at_an_unknown_place()
    {
        var net = Started(out var data, Dim.Batch, features);
        _ = data * true;

        Assert.All(Assert.Single(Diagnostics(net)).Related, related => Assert.True(related.Location.IsKnown));
    }

    [Fact]
    public void A_constant_with_dims_has_the_line_of_its_call()
    {
        var net = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        var ones = Constant(1.0, [time.CeilDiv(2)]);
        _ = data + ones;

        Assert.Equal(line, Assert.Single(Diagnostics(net)).Related[1].Location.Line);
    }

    [Fact]
    public void The_operand_at_fault_is_named_also_if_it_is_the_right_one()
    {
        var net = Started(out _, Dim.Batch, features);
        var number = net.Input("number", [Dim.Batch], type: DataType.Int32);
        var target = net.Input("target", [Dim.Batch], sparse: classes);
        _ = number + target;

        Assert.Equal(
            "add needs a number, but its operand is class indices into classes:2.",
            Assert.Single(Diagnostics(net)).Message
        );
    }
}
