using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>Dims and types of functions that pick, count and draw, and of losses.</summary>
public sealed class SelectionTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim classes = Dim.Feature("classes", 5);
    private static readonly Dim best = Dim.Spatial("best", 3);

    [Fact]
    public void Gathered_entries_have_the_dims_of_the_indices_in_the_place_of_the_axis()
    {
        var net = Started(out _, Dim.Batch, features);
        var table = new Parameter([classes, features], name: "table");
        var labels = net.Input("labels", [Dim.Batch, time], sparse: classes);

        Assert.Equal("[batch, time:?, in:9]", Gather(table, labels, axis: classes).Dims.ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Dims_that_values_and_indices_share_are_kept_once()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var places = net.Input("places", [Dim.Batch, best], type: DataType.Int32);

        Assert.Equal("[batch, best:3, in:9]", Gather(data, places, axis: time).Dims.ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Indices_may_have_the_dim_that_they_point_into()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var places = net.Input("places", [Dim.Batch, time], sparse: time);

        Assert.Equal("[batch, time:?, in:9]", Gather(data, places, axis: time).Dims.ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Gathered_class_indices_still_point_into_their_classes()
    {
        var net = Started(out _, Dim.Batch, features);
        var labels = net.Input("labels", [Dim.Batch, time], sparse: classes);

        Assert.Same(classes, Gather(labels, 0, axis: time).Sparse);
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Scattered_entries_have_the_new_dim_in_the_place_of_the_old_one()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var places = net.Input("places", [Dim.Batch, time], type: DataType.Int32);

        Assert.Equal("[batch, best:3, in:9]", ScatterAdd(data, places, axis: time, into: best).Dims.ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_place_is_an_index_into_the_dim_that_was_looked_along()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var place = ArgMax(data, axis: time);

        Assert.Equal("argmax [batch, in:9]", place.ToString());
        Assert.Equal((DataType.Int32, time), (place.Type, place.Sparse));
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void The_largest_entries_and_their_places_have_the_same_dims()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var (values, places) = TopK(data, axis: features, best);

        Assert.Equal("[batch, time:?, best:3]", values.Dims.ToString());
        Assert.Equal(values.Dims, places.Dims);
        Assert.Equal((DataType.Int32, features), (places.Type, places.Sparse));
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Vectors_of_indices_have_the_dim_of_the_classes()
    {
        var net = Started(out _, Dim.Batch, features);
        var labels = net.Input("labels", [Dim.Batch, time], sparse: classes);

        Assert.Equal("[batch, time:?, classes:5]", OneHot(labels).Dims.ToString());
        Assert.Equal("[batch, time:?, classes:5]", SmoothLabels(labels, 0.1).Dims.ToString());
        Assert.Equal(DataType.Float32, OneHot(labels).Type);
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Vectors_of_indices_are_recorded_in_the_net_of_the_indices()
    {
        var net = Started(out _, Dim.Batch, features);
        var labels = net.Input("labels", [Dim.Batch], sparse: classes);
        _ = new Net("other");
        net.Output(OneHot(labels));

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Places_in_sorted_sequences_have_the_dims_of_the_values()
    {
        var net = Started(out var data, Dim.Batch, time);
        var values = net.Input("values", [Dim.Batch, best]);
        var places = SearchSorted(data, values, axis: time);

        Assert.Equal("search_sorted [batch, best:3]", places.ToString());
        Assert.Equal(DataType.Int32, places.Type);
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_mask_packs_its_dims_into_one()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var kept = BooleanMask(data, ReduceAny(data > 0, [features]), Dim.Dynamic("kept"));

        Assert.Equal("[kept:?, in:9]", kept.Dims.ToString());
        Assert.Empty(Diagnostics(net));
    }

    public static TheoryData<string, Func<Tensor, Tensor>> Shapeless { get; } =
        new()
        {
            { "cumsum", x => Cumsum(x, axis: features) },
            { "sub", x => Cumsum(x, axis: features, exclusive: true) },
            { "dropout", x => Dropout(x, 0.1) },
            { "stop_gradient", x => StopGradient(x) },
            { "scaled_grad", x => ScaledGradient(x, 0.5) },
            { "clip", x => Clip(x, -1, 1) },
            { "leaky_relu", x => LeakyRelu(x) },
            { "identity", x => Identity(x) },
            { "elu", x => Elu(x) },
            { "selu", x => Selu(x) },
            { "softplus", x => Softplus(x) },
            { "log_sigmoid", x => LogSigmoid(x) },
            { "sign", x => Sign(x) },
            { "floor", x => Floor(x) },
            { "ceil", x => Ceil(x) },
            { "round", x => Round(x) },
            { "cos", x => Cos(x) },
            { "sin", x => Sin(x) },
            { "floordiv", x => FloorDivide(x, 2) },
            { "mod", x => Modulo(x, 2) },
            { "logaddexp", x => LogAddExp(x, 0) },
        };

    [Theory]
    [MemberData(nameof(Shapeless))]
    public void Dims_and_type_stay_as_they_are(string kind, Func<Tensor, Tensor> function)
    {
        var net = Started(out var data, Dim.Batch, features);
        var result = function(data);

        Assert.Equal($"{kind} [batch, in:9]", result.ToString());
        Assert.Equal(DataType.Float32, result.Type);
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Random_numbers_have_the_dims_and_the_type_asked_for()
    {
        var net = Started(out _, Dim.Batch, features);

        Assert.Equal("random [batch, in:9]", RandomNormal([Dim.Batch, features]).ToString());
        Assert.Equal(DataType.Float32, RandomUniform([]).Type);
        Assert.Equal(DataType.Int32, RandomInt([Dim.Batch], 0, 2).Type);
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void The_global_step_is_a_scalar_of_64_bits()
    {
        var net = Started(out _, Dim.Batch, features);
        var step = GlobalTrainStep();

        Assert.Equal("global_train_step []", step.ToString());
        Assert.Equal(DataType.Int64, step.Type);
        Assert.Empty(Diagnostics(net));
    }

    public static TheoryData<Func<Tensor, Tensor, Tensor>> Pairwise { get; } =
    [(x, z) => BinaryCrossEntropy(x, z), (x, z) => MeanSquaredError(x, z), (x, z) => MeanAbsoluteError(x, z)];

    [Theory]
    [MemberData(nameof(Pairwise))]
    public void A_loss_of_two_tensors_is_one_number_a_frame(Func<Tensor, Tensor, Tensor> loss)
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var result = loss(data, net.Input("target", [Dim.Batch, time, features]));

        Assert.Equal("[batch, time:?]", result.Dims.ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Theory]
    [MemberData(nameof(Pairwise))]
    public void A_loss_without_a_feature_dim_keeps_all_dims(Func<Tensor, Tensor, Tensor> loss)
    {
        var net = Started(out var data, Dim.Batch, time);
        var result = loss(data, net.Input("target", [Dim.Batch, time]));

        Assert.Equal("[batch, time:?]", result.Dims.ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Focal_cross_entropy_is_one_number_a_frame()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var target = net.Input("target", [Dim.Batch, time], sparse: features);

        Assert.Equal("mul [batch, time:?]", FocalCrossEntropy(data, target).ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_divergence_is_one_number_a_frame()
    {
        var net = Started(out var data, Dim.Batch, time, features);

        Assert.Equal("add [batch, time:?]", KlDivergence(data, Softmax(data, over: features)).ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_divergence_from_class_indices_is_the_cross_entropy()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var target = net.Input("target", [Dim.Batch, time], sparse: features);

        Assert.Equal("cross_entropy [batch, time:?]", KlDivergence(data, target).ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(8)]
    public void Ctc_is_one_number_a_sequence_with_the_blank_among_the_labels_or_not(int size)
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var labels = Dim.Feature("labels", size);
        var target = net.Input("target", [Dim.Batch, Dim.Dynamic("spelled")], sparse: labels);

        Assert.Equal("ctc_loss [batch]", Ctc(data, target).ToString());
        Assert.Empty(Diagnostics(net));
    }

    public static TheoryData<Func<Tensor, Tensor>> Impossible { get; } =
    [
        x => Dropout(x, 1.0),
        x => Dropout(x, -0.1),
        x => Dropout(x, double.NaN),
        x => SmoothLabels(x, 1.0),
        x => Clip(x, 1, 0),
        x => ScaledGradient(x, double.NaN),
        x => LeakyRelu(x, double.PositiveInfinity),
        x => FocalCrossEntropy(x, x, -1),
        x => RandomNormal(x.Dims, deviation: -1),
        x => RandomUniform(x.Dims, 1, 0),
        x => RandomInt(x.Dims, 1, 1),
        x => Gather(x, -1, features),
        x => TopK(x, features, time).Values,
        x => BooleanMask(x, x > 0, best),
    ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Numbers_that_mean_nothing_are_refused_at_once(Func<Tensor, Tensor> function)
    {
        _ = Started(out var data, Dim.Batch, features);

        Assert.ThrowsAny<ArgumentException>(() => function(data));
    }
}
