using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

public sealed class NameDiagnosticTests
{
    private const string OtherNet = "A tensor of the net \"first\" is used in the net \"second\".";
    private const string RecordAgain =
        "Record it again in this net; modules can be called in several nets, tensors belong to one.";
    private const string OwnName = "Give each its own name.";

    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim hidden = Dim.Feature("hidden", 4);
    private static readonly Shape frames = [Dim.Batch, time, features];

    [Fact]
    public void An_operator_refuses_a_tensor_of_another_net()
    {
        var first = new Net("first");
        var foreignLine = NextLine();
        var foreign = first.Input("data", frames);
        var second = Second(out var own);
        var line = NextLine();
        _ = own + foreign;

        Says(second, ForeignAt(line, foreignLine));
    }

    [Fact]
    public void A_function_refuses_a_tensor_of_another_net()
    {
        var first = new Net("first");
        var foreignLine = NextLine();
        var foreign = first.Input("data", frames);
        var second = Second(out var own);
        var line = NextLine();
        _ = Maximum(own, foreign);

        Says(second, ForeignAt(line, foreignLine));
    }

    [Fact]
    public void An_output_refuses_a_tensor_of_another_net()
    {
        var first = new Net("first");
        var foreignLine = NextLine();
        var foreign = first.Input("data", frames);
        var second = new Net("second");
        var line = NextLine();
        second.Output(foreign);

        Says(second, ForeignAt(line, foreignLine));
    }

    [Fact]
    public void A_loss_refuses_a_tensor_of_another_net()
    {
        var first = new Net("first");
        var foreignLine = NextLine();
        var foreign = first.Input("data", frames);
        var second = new Net("second");
        var line = NextLine();
        second.Loss("energy", foreign);

        Says(second, ForeignAt(line, foreignLine));
    }

    [Fact]
    public void An_update_refuses_a_tensor_of_another_net()
    {
        var average = new Parameter([features], auxiliary: true, name: "average");
        var first = new Net("first");
        var foreignLine = NextLine();
        var foreign = first.Input("data", [features]);
        var second = Second(out var own);
        var line = NextLine();
        average.Assign(ReduceMean(own, [Dim.Batch, time]) + foreign);

        Says(second, ForeignAt(line, foreignLine) with { Related = [(foreignLine, "recorded here: data [in:9]")] });
    }

    [Fact]
    public void The_options_of_a_raw_layer_refuse_a_tensor_of_another_net()
    {
        var first = new Net("first");
        var foreignLine = NextLine();
        var foreign = first.Input("data", frames);
        var second = Second(out var own);
        var options = OptionValue.Dict(("size_base", OptionValue.List(foreign)));
        var line = NextLine();
        _ = Layer.Raw("copy", [own], frames, options);

        Says(second, ForeignAt(line, foreignLine));
    }

    [Fact]
    public void A_tensor_of_a_branch_cannot_be_used_outside_of_it()
    {
        var net = Started(out var data, Dim.Batch, features);
        var inner = data;
        var innerLine = NextLine();
        var result = Cond(TrainFlag(), () => inner = Relu(data), () => data);
        var line = NextLine();
        var sum = inner + result;
        net.Output(sum);

        Says(net, OutsideAt(line, innerLine));
    }

    [Fact]
    public void A_tensor_of_a_branch_cannot_be_an_output()
    {
        var net = Started(out var data, Dim.Batch, features);
        var inner = data;
        var innerLine = NextLine();
        _ = Cond(TrainFlag(), () => inner = Relu(data), () => data);
        var line = NextLine();
        net.Output(inner);

        Says(net, OutsideAt(line, innerLine));
    }

    [Fact]
    public void A_tensor_of_a_branch_cannot_be_used_in_the_other_branch()
    {
        var net = Started(out var data, Dim.Batch, features);
        var inner = data;
        var innerLine = NextLine();
        Tensor Then() => inner = Relu(data);
        var line = NextLine();
        Tensor Otherwise() => Tanh(inner);
        _ = Cond(TrainFlag(), Then, Otherwise);

        Says(net, OutsideAt(line, innerLine));
    }

    [Fact]
    public void A_tensor_of_a_branch_cannot_be_returned_by_the_other_branch()
    {
        var net = Started(out var data, Dim.Batch, features);
        var inner = data;
        var innerLine = NextLine();
        Tensor Then() => inner = Relu(data);
        var line = NextLine();
        _ = Cond(TrainFlag(), Then, () => inner);

        Says(net, OutsideAt(line, innerLine));
    }

    [Fact]
    public void A_parameter_that_no_module_holds_needs_a_name()
    {
        var net = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        var scale = new Parameter([features]);
        net.Output(data * scale);

        Says(
            net,
            new(
                "ND1003",
                line,
                "A parameter has no name: no module of this net holds it.",
                "Hold it in a property of a Module made after the net, or write new Parameter(..., name: \"...\")."
            )
        );
    }

    [Fact]
    public void Two_parameters_cannot_share_a_name()
    {
        var net = Started(out var data, Dim.Batch, features);
        var firstLine = NextLine();
        var first = new Parameter([features], name: "scale");
        var secondLine = NextLine();
        var second = new Parameter([features], name: "scale");
        net.Output(data * first * second);

        Says(
            net,
            new(
                "ND1004",
                secondLine,
                "Two parameters are called \"scale\"; RETURNN would silently make them one.",
                "Name the modules that hold them: net.Add(\"encoder\", new Linear(...))."
            )
            {
                Layer = "scale",
                Related = [(firstLine, "the first")],
            }
        );
    }

    [Fact]
    public void Two_modules_of_one_class_need_names()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(new Lstm(hidden).Call(new Lstm(hidden).Call(net.Input("other", frames))));

        var finding = Assert.Single(Diagnostics(net), diagnostic => diagnostic.Code == "ND1005");
        Assert.Equal("Two modules are called \"lstm\".", finding.Message);
        Assert.Equal("Name them: net.Add(\"encoder\", new Linear(...)).", finding.Suggestion);
        Assert.Equal("lstm", finding.Layer);
    }

    [Fact]
    public void Two_modules_cannot_be_given_one_name()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var first = net.Add("lstm", new Lstm(hidden));
        var second = net.Add("lstm", new Lstm(hidden));
        net.Output(second.Call(first.Call(data)));

        Assert.Equal("ND1005", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void Two_inputs_cannot_share_a_key()
    {
        var net = Started(out _, Dim.Batch, features);
        var line = NextLine();
        _ = net.Input("data", [Dim.Batch, features]);

        Says(net, new("ND1006", line, "The net has two inputs called \"data\".", OwnName));
    }

    [Fact]
    public void A_name_with_other_characters_is_refused_with_a_better_one()
    {
        var net = Started(out _, Dim.Batch, features);
        var line = NextLine();
        _ = net.Input("my data", [Dim.Batch, features]);

        Says(
            net,
            new(
                "ND1007",
                line,
                "The input name \"my data\" cannot be written: RETURNN takes letters, digits, \"_\" and \".\", "
                    + "starting with a letter or digit.",
                "Call it \"my_data\"."
            )
            {
                Layer = "my data",
            }
        );
    }

    [Fact]
    public void Two_layer_names_that_RETURNN_makes_alike_are_refused()
    {
        var net = Started(out var data, Dim.Batch, features);
        var firstLine = NextLine();
        _ = Relu(data).Named("a-b");
        var secondLine = NextLine();
        _ = Tanh(data).Named("a+b");

        Says(
            net,
            new(
                "ND1008",
                secondLine,
                "The layer names \"a-b\" and \"a+b\" become one variable scope in RETURNN, "
                    + "and would silently share variables.",
                "Use letters, digits, \"_\" and \".\" only."
            )
            {
                Layer = "a+b",
                Related = [(firstLine, "the first")],
            }
        );
    }

    [Fact]
    public void Two_layers_cannot_share_a_name()
    {
        var net = Started(out var data, Dim.Batch, features);
        var firstLine = NextLine();
        _ = Relu(data).Named("hidden");
        var secondLine = NextLine();
        _ = Tanh(data).Named("hidden");

        Says(net, SameLayer("hidden", secondLine, firstLine));
    }

    [Fact]
    public void A_loss_and_an_output_cannot_share_a_name()
    {
        var net = Started(out var data, Dim.Batch, features);
        var outputLine = NextLine();
        net.Output(Relu(data), "score");
        var lossLine = NextLine();
        net.Loss("score", ReduceMean(data, [features]));

        Says(net, SameLayer("score", lossLine, outputLine));
    }

    [Fact]
    public void A_layer_and_an_output_cannot_share_a_name()
    {
        var net = Started(out var data, Dim.Batch, features);
        var outputLine = NextLine();
        net.Output(Relu(data), "score");
        var layerLine = NextLine();
        _ = Tanh(data).Named("score");

        Says(net, SameLayer("score", layerLine, outputLine));
    }

    private static Net Second(out Tensor own)
    {
        var net = new Net("second");
        own = net.Input("data", frames);
        net.Output(own, "copy");
        return net;
    }

    private static Expected ForeignAt(int line, int foreignLine) =>
        new("ND1001", line, OtherNet, RecordAgain)
        {
            Related = [(foreignLine, "recorded here: data [batch, time:?, in:9]")],
        };

    private static Expected OutsideAt(int line, int innerLine) =>
        new(
            "ND1002",
            line,
            "A relu recorded inside a branch of a Cond is used outside of it.",
            "Return it from both branches, and use the result of the Cond."
        )
        {
            Related = [(innerLine, "recorded here: relu [batch, in:9]")],
        };

    private static Expected SameLayer(string name, int line, int firstLine) =>
        new("ND1009", line, $"Two layers are called \"{name}\".", OwnName)
        {
            Layer = name,
            Related = [(firstLine, "the first")],
        };
}
