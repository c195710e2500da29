using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>One cause is told once, at the line that holds it, in the order of the causes.</summary>
public sealed class OneMessageTests
{
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim classes = Dim.Feature("classes", 2);

    [Fact]
    public void Two_outputs_of_one_name_are_reported_once()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(data);
        var line = NextLine();
        net.Output(-data);

        Says(net, new("ND1006", line, "The net has two outputs called \"output\".", "Give each its own name."));
    }

    [Fact]
    public void Two_losses_of_one_name_are_reported_once()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Loss("loss", data);
        var line = NextLine();
        net.Loss("loss", -data);

        Says(net, new("ND1006", line, "The net has two losses called \"loss\".", "Give each its own name."));
    }

    [Fact]
    public void Outputs_that_RETURNN_makes_alike_are_reported_as_such_alone()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(data, "a-b");
        net.Output(-data, "a+b");

        Assert.Equal(["ND1008"], Diagnostics(net).Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_hostile_name_of_a_module_is_not_reported_again_for_what_it_holds()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(net.Add("my map", new Linear(classes)).Call(data).Named("product"));

        Assert.Equal(["ND1007"], Diagnostics(net).Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Two_modules_of_one_name_are_not_reported_again_for_what_they_hold()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(new Linear(classes).Call(new Linear(Dim.Feature("hidden", 3)).Call(data)));

        Assert.Equal(["ND1005"], Diagnostics(net).Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Mistakes_found_by_Build_stand_among_those_found_while_recording()
    {
        var net = Started(out var data, Dim.Batch, features);
        var inner = data;
        _ = Cond(TrainFlag(), () => inner = Relu(data), () => data);
        var line = NextLine();
        _ = inner * 2.0;
        _ = Not(data);

        Assert.Equal([("ND1002", line), ("ND2003", line + 1)], CodesAndLines(net));
    }
}
