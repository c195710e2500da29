using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>What formats cannot say of functions that pick, count and draw, and what holds for all nets of them.</summary>
public sealed class SelectionCornerTests
{
    [Fact]
    public void The_dims_of_random_numbers_are_an_error_in_JSON() =>
        RefusesInJson(Sample.Of(s => s.Net.Output(RandomNormal([Dim.Batch, s.In]))));

    [Fact]
    public void The_new_dim_of_masked_entries_is_an_error_in_JSON() =>
        RefusesInJson(
            Sample.Of(s => s.Net.Output(BooleanMask(s.Data, ReduceAny(s.Data > 0, [s.In]), Dim.Dynamic("kept"))))
        );

    [Fact]
    public void A_dim_to_scatter_into_is_an_error_in_JSON() =>
        RefusesInJson(
            Sample.Of(s => s.Net.Output(ScatterAdd(s.Data, Places(s.Data, s), s.Time, Dim.Spatial("slots", 7))))
        );

    [Fact]
    public void A_dropout_along_the_batch_but_not_the_frames_is_an_error_in_JSON() =>
        RefusesInJson(Sample.Of(s => s.Net.Output(Dropout(s.Data, 0.1, axes: [Dim.Batch, s.In]))));

    [Fact]
    public void A_dropout_along_the_frames_but_not_the_batch_is_an_error_in_JSON() =>
        RefusesInJson(Sample.Of(s => s.Net.Output(Dropout(s.Data, 0.1, axes: [s.Time]))));

    [Fact]
    public void A_dropout_along_the_batch_of_what_has_no_frames_can_be_said_in_JSON()
    {
        var net = Sample.Of(s => s.Net.Output(Dropout(ReduceMean(s.Data, [s.Time]), 0.1, axes: [Dim.Batch])));

        Assert.Contains("\"dropout_axis\": [\"b\"]", Emitted.Text(net, Form.Json), StringComparison.Ordinal);
    }

    [Fact]
    public void A_normalizer_that_comes_after_the_loss_is_written_before_it()
    {
        var net = Sample.Of(s =>
        {
            var x = s.Data * new Parameter([s.In], name: "w");
            var loss = ReduceMean(x, [s.In]);
            s.Net.Loss("loss", loss, normalizer: Square(x));
        });
        var names = Emitted.Summary(net).Layers.Select(layer => layer.Path).ToList();

        Assert.True(names.IndexOf("square") < names.IndexOf("loss"));
    }

    [Fact]
    public void A_parameter_that_only_normalizes_is_there()
    {
        var net = Sample.Of(s =>
        {
            var count = new Parameter([], 1.0, auxiliary: true, name: "count");
            s.Net.Loss("loss", ReduceMean(s.Data, [s.In]), normalizer: count);
        });

        Assert.Contains("\"custom_inv_norm_factor\": \"count\"", Emitted.Text(net), StringComparison.Ordinal);
    }

    [Fact]
    public void A_normalizer_inside_a_branch_is_refused()
    {
        var net = Sample.Of(s =>
        {
            Tensor? inner = null;
            s.Net.Output(Cond(TrainFlag(), () => inner = s.Data * 2, () => s.Data));
            s.Net.Loss("loss", ReduceMean(s.Data, [s.In]), normalizer: inner);
        });

        Assert.Equal("ND1002", Assert.Single(Emitted.Errors(net)).Code);
    }

    [Fact]
    public void A_normalizer_of_another_net_is_refused()
    {
        var other = new Net("other").Input("data", [Dim.Batch]);
        var net = Sample.Of(s => s.Net.Loss("loss", ReduceMean(s.Data, [s.In]), normalizer: other));

        Assert.Equal("ND1001", Assert.Single(Emitted.Errors(net)).Code);
    }

    [Fact]
    public void A_cross_entropy_with_a_computed_normalizer_stays_a_layer_of_its_own()
    {
        var net = Sample.Of(s =>
        {
            var classes = Dim.Feature("classes", 5);
            var target = s.Net.Input("classes", [Dim.Batch, s.Time], sparse: classes);
            var logits = s.Net.Add("logits", new Linear(classes)).Call(s.Data);
            s.Net.Loss("ce", CrossEntropy(logits, target), normalizer: ReduceSum(s.Data, [s.In]));
        });

        Assert.Contains(
            Emitted.Summary(net).Layers,
            layer => layer.Class == "sparse_softmax_cross_entropy_with_logits"
        );
    }

    // Each step keeps the dims of the data; RETURNN's own inference, run on what is emitted, must agree with the dims written.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_chain_of_functions_has_the_dims_that_RETURNN_infers(int seed)
    {
        var random = new Random(seed);
        var net = Sample.Of(s =>
        {
            var x = s.Data;
            for (var step = 0; step < 8; step++)
            {
                x = Step(random.Next(14), s, x, step);
                Assert.Equal(s.Data.Dims, x.Dims);
            }

            s.Net.Output(x);
            s.Net.Loss("loss", ReduceMean(x, [s.In]), normalized: random.Next(2) == 0);
        });

        Assert.Empty(NetDsl.Emit.ConfigEmitter.Emit(net, Emitted.Options(Form.Python)).Diagnostics);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    private static Tensor Step(int choice, Sample s, Tensor x, int step)
    {
        var best = Dim.Feature($"best{step}", 2);
        var slots = Dim.Spatial($"slots{step}", 4);
        return choice switch
        {
            0 => Cumsum(x, axis: s.Time, reverse: true),
            1 => Cumsum(x, axis: s.In, exclusive: true),
            2 => Dropout(x, 0.1),
            3 => Dropout(x, 0.1, axes: [s.Time, s.In]),
            4 => x * RandomUniform([Dim.Batch, s.In]),
            5 => x + ReduceMax(TopK(x, axis: s.In, best).Values, [best]),
            6 => x - ReduceSum(Gather(x, TopK(x, axis: s.In, best).Indices, axis: s.In), [best]),
            7 => OneHot(ArgMax(x, axis: s.In)) * x,
            8 => SmoothLabels(ArgMin(x, axis: s.In), 0.2) + x,
            9 => Clip(StopGradient(x), -1, 1),
            10 => x + ReduceMean(ScatterAdd(x, Places(x, s), axis: s.Time, slots), [slots]),
            11 => Gather(x, ArgMax(x, axis: s.Time), axis: s.Time) + x,
            12 => x
                + Cast(
                    SearchSorted(
                        Cumsum(ReduceSum(Abs(x), [s.In]), axis: s.Time),
                        ReduceMean(x, [s.Time]),
                        axis: s.Time
                    ),
                    DataType.Float32
                ),
            _ => LogAddExp(LeakyRelu(Softplus(x)), Identity(x)),
        };
    }

    private static void RefusesInJson(Net net) =>
        Assert.Contains(
            Emitted.Errors(net, Form.Json),
            error => error.Code.StartsWith("ND30", StringComparison.Ordinal)
        );

    private static Tensor Places(Tensor x, Sample s) => Cast(Clip(Floor(ReduceMax(x, [s.In])), 0, 3), DataType.Int32);
}
