using NetDsl.Tests.Emitting;
using NetDsl.Tests.Repository;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>Names that users give and that the translation needs for itself.</summary>
public sealed class NameCornerTests
{
    [Theory]
    [InlineData("output")]
    [InlineData("result_2")]
    [InlineData("updates")]
    [InlineData("zero")]
    public void A_layer_in_a_branch_may_have_any_safe_name(string name)
    {
        var net = Sample.Of(s =>
        {
            var (first, second) = Cond(
                TrainFlag(),
                () =>
                {
                    s.Statistic("mean").Assign(1.0);
                    return (Relu(Tanh(s.Data).Named(name)), -s.Data);
                },
                () => (s.Data, s.Data)
            );
            s.Net.Output(first + second);
        });

        Findings.None(Laws.BrokenReferences(EmittedNet.Parse(Emitted.Text(net))));
    }

    [Theory]
    [InlineData("0_order")]
    [InlineData("0_zero")]
    [InlineData("train_flag")]
    [InlineData("zeros")]
    [InlineData("steps")]
    [InlineData("steps.read")]
    [InlineData("assign_add.run")]
    public void A_layer_of_a_long_chain_may_have_any_safe_name(string name)
    {
        var net = Chain(s => Relu(s.Data).Named(name), "output");

        Findings.None(Laws.BrokenReferences(EmittedNet.Parse(Emitted.Text(net))));
    }

    [Theory]
    [InlineData("output")]
    [InlineData("00")]
    [InlineData("0.first")]
    [InlineData("0Output")]
    [InlineData("0_a")]
    public void An_output_of_any_name_is_built_after_the_construction_order(string name)
    {
        var net = Chain(s => s.Data, name);

        Assert.InRange(Construction.Of(EmittedNet.Parse(Emitted.Text(net))).Depth, 1, 100);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("none")]
    public void A_layer_cannot_have_a_name_that_means_something_else_to_RETURNN(string name) =>
        Assert.Throws<ModelException>(() => Emitted.Text(Sample.Of(s => s.Net.Output(s.Data * 2.0, name))));

    [Fact]
    public void Two_raw_layers_of_one_class_have_variables_of_their_own()
    {
        var net = Sample.Of(s =>
        {
            var options = OptionValue.Dict(("out_dim", s.Out), ("activation", "tanh"));
            Shape dims = [Dim.Batch, s.Time, s.Out];
            s.Net.Output(Layer.Raw("linear", [s.Data], dims, options) * Layer.Raw("linear", [-s.Data], dims, options));
        });

        var scopes = EmittedNet
            .Parse(Emitted.Text(net))
            .Layers()
            .Where(layer => layer.Class == "linear")
            .Select(layer => layer.Text("name_scope"));
        Assert.Equal(2, scopes.Distinct().Count());
    }

    [Fact]
    public void A_name_that_sorts_before_all_others_is_refused_where_an_order_is_needed()
    {
        var error = Assert.Throws<ModelException>(() => Emitted.Text(Chain(s => s.Data, "0")));

        Assert.Equal("ND3013", Assert.Single(error.Diagnostics).Code);
    }

    [Fact]
    public void A_branch_longer_than_RETURNN_can_build_is_refused()
    {
        var net = Sample.Of(s => s.Net.Output(Cond(TrainFlag(), () => Long(s.Data, 300), () => s.Data)));

        var error = Assert.Throws<ModelException>(() => Emitted.Text(net));

        Assert.Equal("ND3014", Assert.Single(error.Diagnostics).Code);
    }

    [Fact]
    public void A_branch_that_RETURNN_has_built_is_written()
    {
        var net = Sample.Of(s => s.Net.Output(Cond(TrainFlag(), () => Long(s.Data, 120), () => s.Data)));

        Assert.InRange(Construction.Of(EmittedNet.Parse(Emitted.Text(net))).Depth, 1, 130);
    }

    private static Net Chain(Func<Sample, Tensor> start, string output) =>
        Sample.Of(s =>
        {
            var steps = Sample.Counter("steps");
            steps.AssignAdd(1);
            s.Statistic("mean").Assign(ReduceMax(s.Data, s.Data.Dims));
            s.Net.Output(Long(start(s), 300), output);
            s.Net.Loss("counted", Where(TrainFlag(), Cast(steps, DataType.Float32), 0.0));
        });

    private static Tensor Long(Tensor x, int layers)
    {
        for (var i = 0; i < layers; i++)
        {
            x = Gelu(x);
        }

        return x;
    }
}
