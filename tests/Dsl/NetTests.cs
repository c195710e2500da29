using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

public sealed class NetTests
{
    private const string NoNet =
        "No net is being recorded here: make it with new Net(...) first, and do not record after Build().";

    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);

    [Fact]
    public void Build_answers_the_same_graph_each_time()
    {
        var net = Started(out _, Dim.Batch, features);

        Assert.Same(net.Build(), net.Build());
    }

    [Fact]
    public void Build_throws_the_same_diagnostics_each_time()
    {
        var net = new Net("empty");
        var first = Assert.Throws<ModelException>(net.Build);
        var second = Assert.Throws<ModelException>(net.Build);

        Assert.Equal<Diagnostic>(first.Diagnostics, second.Diagnostics);
    }

    [Fact]
    public void The_exception_shows_its_errors_and_not_its_warnings()
    {
        var line = NextLine();
        var net = new Net("empty");
        _ = new Linear(features);
        var error = Assert.Throws<ModelException>(net.Build);

        Assert.Equal(["ND4001", "ND4006"], error.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.EndsWith(
            $"NetTests.cs({line},1): error ND4006: The net \"empty\" has neither output nor loss, "
                + "so RETURNN would build nothing.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("ND4001", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_net_needs_a_name() => Assert.Throws<ArgumentException>(() => new Net(""));

    [Fact]
    public void Nothing_can_be_recorded_in_a_net_that_is_built()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Build();

        Assert.Equal(
            "The net \"net\" is built; nothing can be recorded in it any more.",
            Assert.Throws<InvalidOperationException>(() => data + 1.0).Message
        );
        Assert.Throws<InvalidOperationException>(() => net.Input("more", [Dim.Batch]));
    }

    [Fact]
    public void After_Build_operations_without_tensors_have_no_net()
    {
        var net = Started(out _, Dim.Batch, features);
        var counter = new Parameter([], auxiliary: true, name: "counter");
        net.Build();

        Assert.Equal(NoNet, Assert.Throws<InvalidOperationException>(() => counter.AssignAdd(1)).Message);
    }

    public static TheoryData<Action> WithoutNet { get; } =
    [
        () => _ = new Parameter([features]) * 2.0,
        () => Relu(new Parameter([features])),
        () => Not(TrainFlag()),
        () => When(TrainFlag(), () => { }),
        () => Cond(TrainFlag(), () => 1.0, () => 2.0),
        () => new Parameter([], auxiliary: true).Assign(1.0),
        () => Layer.Raw("range", [], [features]),
        () => new Linear(Dim.Feature("out", 2), features).Call(new Parameter([features])),
    ];

    [Theory]
    [MemberData(nameof(WithoutNet))]
    public void An_operation_without_a_net_says_that_there_is_none(Action record) =>
        Assert.Equal(NoNet, Assert.Throws<InvalidOperationException>(record).Message);

    [Fact]
    public void Inputs_are_real_unless_they_are_class_indices_or_said_otherwise()
    {
        var net = Started(out var data, Dim.Batch, features);

        Assert.Equal(DataType.Float32, data.Type);
        Assert.Null(data.Sparse);
        Assert.Equal(DataType.Bool, net.Input("mask", [Dim.Batch], type: DataType.Bool).Type);
        var indices = net.Input("classes", [Dim.Batch], sparse: features);
        Assert.Equal(DataType.Int32, indices.Type);
        Assert.Same(features, indices.Sparse);
    }

    [Fact]
    public void Only_the_input_called_data_is_there_for_inference_unless_said_otherwise()
    {
        var net = Started(out _, Dim.Batch, features);
        _ = net.Input("classes", [Dim.Batch]);
        _ = net.Input("speaker", [Dim.Batch], availableForInference: true);

        Assert.Equal(
            [("data", true), ("classes", false), ("speaker", true)],
            net.Build().Inputs.Select(input => (input.Key, input.AvailableForInference))
        );
    }

    [Fact]
    public void Losses_and_outputs_keep_their_order_and_scale()
    {
        var net = new Net("net");
        var data = net.Input("data", [Dim.Batch, features]);
        net.Loss("energy", Square(data), scale: 0.5);
        net.Output(data, "copy");
        net.Output(-data);
        net.Loss("size", Abs(data));

        var graph = net.Build();
        Assert.Equal([("energy", 0.5), ("size", 1.0)], graph.Losses.Select(loss => (loss.Name, loss.Scale)));
        Assert.Equal(["copy", "output"], graph.Outputs.Select(output => output.Name));
    }

    [Fact]
    public void One_tensor_may_be_several_outputs()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(data);
        net.Loss("loss", data);

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_requested_layer_name_is_kept_by_its_node_alone()
    {
        var net = Started(out var data, Dim.Batch, features);
        var named = Relu(data).Named("first");
        _ = Tanh(named);

        Assert.Equal([null, "first", null], net.Build().Nodes.Select(node => node.RequestedName));
    }

    [Fact]
    public void Constants_and_parameters_cannot_be_named_as_layers()
    {
        Assert.Throws<InvalidOperationException>(() => Constant(1.0).Named("one"));
        Assert.Throws<InvalidOperationException>(() => new Parameter([features]).Named("scale"));
    }

    [Theory]
    [InlineData("class")]
    [InlineData("from")]
    [InlineData("out_shape")]
    public void A_raw_layer_refuses_options_that_are_written_anyway(string option)
    {
        _ = Started(out var data, Dim.Batch, features);
        var error = Assert.Throws<ArgumentException>(() =>
            Layer.Raw("copy", [data], data.Dims, OptionValue.Dict((option, "x")))
        );

        Assert.StartsWith($"The option \"{option}\" is written by NetDsl.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_raw_layer_has_the_dims_and_type_it_is_given()
    {
        var net = Started(out var data, Dim.Batch, features);
        var hits = Layer.Raw("hits", [data], [Dim.Batch], type: DataType.Int32, sparse: features);

        Assert.Equal("hits [batch]", hits.ToString());
        Assert.Equal(DataType.Int32, hits.Type);
        Assert.Same(features, hits.Sparse);
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Two_nets_recorded_in_turns_do_not_meet()
    {
        var first = new Net("first");
        var firstData = first.Input("data", [Dim.Batch, time, features]);
        var second = new Net("second");
        var secondData = second.Input("data", [Dim.Batch, time, features]);
        var firstNorm = first.Add("norm", new BatchNorm());
        var secondNorm = second.Add("norm", new BatchNorm());
        first.Output(firstNorm.Call(Relu(firstData)));
        second.Output(secondNorm.Call(Tanh(secondData)));

        Assert.Equal(KindsOfNorm("relu"), Kinds(first));
        Assert.Equal(KindsOfNorm("tanh"), Kinds(second));
    }

    [Fact]
    public void One_module_may_be_called_in_two_nets()
    {
        var linear = new Linear(Dim.Feature("out", 2));
        foreach (var name in new[] { "first", "second" })
        {
            var net = new Net(name);
            net.Output(net.Add("map", linear).Call(net.Input("data", [Dim.Batch, features])));
            Assert.Equal(["map/W", "map/b"], ParameterNames(net).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Nets_on_many_threads_do_not_meet()
    {
        var kinds = new IReadOnlyList<string>[32];
        Parallel.For(
            0,
            kinds.Length,
            index =>
            {
                var net = new Net($"net{index}");
                var data = net.Input("data", [Dim.Batch, time, features]);
                net.Output(new BatchNorm().Call(index % 2 == 0 ? Relu(data) : Tanh(data)));
                kinds[index] = [.. Kinds(net)];
            }
        );

        Assert.All(kinds.Index(), item => Assert.Equal(KindsOfNorm(item.Index % 2 == 0 ? "relu" : "tanh"), item.Item));
    }

    [Fact]
    public async Task A_net_made_in_a_task_is_not_that_of_its_caller()
    {
        var net = Started(out _, Dim.Batch, features);
        await Task.Run(() => new Net("other"));
        new Parameter([], auxiliary: true, name: "counter").AssignAdd(1);

        Assert.Equal(["data", "assign_add"], Kinds(net));
    }

    private static IEnumerable<string> KindsOfNorm(string input) =>
        [
            "data",
            input,
            .. (string[])["mean", "sub", "square", "mean", "cond"],
            .. (string[])["sub", "mul", "assign_add", "sub", "mul", "assign_add", "cond"],
            .. (string[])["sub", "add", "rsqrt", "mul", "mul", "add"],
        ];
}
