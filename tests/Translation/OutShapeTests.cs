using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>The dims that RETURNN verifies, and the names of variables.</summary>
public sealed class OutShapeTests
{
    [Fact]
    public void The_dims_of_a_layer_are_a_set() =>
        Assert.Equal("{batch_dim, in:3, time:?}", OutShape(s => Relu(s.Data)));

    [Fact]
    public void A_scalar_has_an_empty_set() => Assert.Equal("set()", OutShape(s => ReduceMax(s.Data, s.Data.Dims)));

    [Fact]
    public void A_sparse_tensor_lists_the_dim_it_points_into() =>
        Assert.Equal(
            "{ImplicitSparseDim(out:4), batch_dim, time:?}",
            OutShape(s => s.Net.Input("classes", [Dim.Batch, s.Time], sparse: s.Out))
        );

    [Fact]
    public void A_dynamic_dim_without_the_batch_lists_the_batch_that_its_lengths_depend_on() =>
        Assert.Equal("{ImplicitDynSizeDim(batch_dim), in:3, time:?}", OutShape(s => ReduceMean(s.Data, [Dim.Batch])));

    [Fact]
    public void A_dim_derived_from_a_dynamic_one_lists_the_batch_as_well() =>
        Assert.Equal(
            "{ImplicitDynSizeDim(batch_dim), time:?.ceildiv_right(2)}",
            OutShape(s =>
                ReduceMax(
                    Layer.Raw(
                        "pool",
                        [s.Data],
                        [Dim.Batch, s.Time.CeilDiv(2), s.In],
                        OptionValue.Dict(
                            ("mode", "max"),
                            ("pool_size", OptionValue.Tuple(2)),
                            ("padding", "same"),
                            ("in_spatial_dims", OptionValue.List(s.Time))
                        )
                    ),
                    [Dim.Batch, s.In]
                )
            )
        );

    [Fact]
    public void A_dynamic_dim_of_no_batch_has_one_length_for_all() =>
        Assert.Equal("{frames:?, in:3}", OutShape(s => Relu(s.Net.Input("table", [Dim.Dynamic("frames"), s.In]))));

    [Theory]
    [InlineData("weight", "\"\"", "\"weight\"")]
    [InlineData("encoder/weight", "\"encoder\"", "\"weight\"")]
    [InlineData("encoder/layers/0/weight", "\"encoder/layers/0\"", "\"weight\"")]
    public void The_name_of_a_variable_is_its_scope_and_its_own_name(string name, string scope, string own)
    {
        var net = Sample.Of(s => s.Net.Output(s.Data * new Parameter([s.In], 1.0, name: name)));

        var variable = Emitted.Summary(net).Layers.Single(layer => layer.Class == "variable");
        Assert.Equal((scope, own), (variable.Options["name_scope"], variable.Options["param_name"]));
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.PythonPrimitive)]
    public void A_parameter_read_twice_has_one_variable(Form form)
    {
        var net = Sample.Of(s =>
        {
            var linear = s.Net.Add("ff", new Linear(s.Out));
            s.Net.Output(
                linear.Call(s.Data) + Cond(TrainFlag(), () => linear.Call(-s.Data), () => linear.Call(s.Data))
            );
        });

        Assert.Equal(2, Emitted.Summary(net, form).CountByClass()["variable"]);
    }

    [Fact]
    public void The_variable_of_a_layer_in_a_branch_is_below_its_cond() =>
        Assert.Equal(
            "\"linear\"",
            Emitted
                .Summary(
                    Sample.Of(s =>
                        s.Net.Output(
                            Cond(
                                TrainFlag(),
                                () =>
                                    Layer.Raw(
                                        "linear",
                                        [s.Data],
                                        s.Data.Dims,
                                        OptionValue.Dict(("out_dim", s.In), ("activation", OptionValue.None))
                                    ),
                                () => s.Data
                            ),
                            "result"
                        )
                    )
                )["cond/true_layer/output"]
                .Options["name_scope"]
        );

    [Theory]
    [InlineData(0, "data:data")]
    [InlineData(1, "base:data:data")]
    [InlineData(2, "base:base:data:data")]
    [InlineData(3, "base:base:base:data:data")]
    public void A_branch_names_what_is_outside_with_one_base_a_level(int level, string reference)
    {
        var net = Sample.Of(s =>
        {
            s.Net.Output(Nested(level), "result");

            Tensor Nested(int below) =>
                below == 0
                    ? Tanh(s.Data)
                    : Cond(ReduceMax(s.Data, s.Data.Dims) > below, () => Nested(below - 1), () => -s.Data);
        });

        Assert.Equal(
            $"\"{reference}\"",
            Emitted.Summary(net).Layers.Single(layer => layer.Class == "activation").Options["from"]
        );
    }

    [Fact]
    public void What_nothing_needs_is_not_written()
    {
        var net = Sample.Of(s =>
        {
            _ = Tanh(s.Data) * new Parameter([s.In], name: "weight");
            var (first, _) = Cond(TrainFlag(), () => (s.Data, Exp(s.Data)), () => (-s.Data, s.Data));
            s.Net.Output(Relu(first));
        });

        Assert.Equal(
            [
                "cond",
                "cond/false_layer",
                "cond/false_layer/output",
                "cond/true_layer",
                "cond/true_layer/output",
                "output",
                "train_flag",
            ],
            Emitted.Summary(net).Layers.Select(layer => layer.Path).Order(StringComparer.Ordinal)
        );
    }

    private static string OutShape(Func<Sample, Tensor> record) =>
        Emitted.Summary(Sample.Of(sample => sample.Net.Output(record(sample), "result")))["result"].Options[
            "out_shape"
        ];
}
