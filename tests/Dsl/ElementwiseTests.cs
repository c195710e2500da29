using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

public sealed class ElementwiseTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim classes = Dim.Feature("classes", 2);

    public static TheoryData<string, Func<Tensor, Tensor>> Kinds { get; } =
        new()
        {
            { "add", x => x + 1.0 },
            { "sub", x => 1.0 - x },
            { "mul", x => x * 2 },
            { "div", x => 1 / x },
            { "negate", x => -x },
            { "maximum", x => Maximum(x, 0.0) },
            { "minimum", x => Minimum(6, x) },
            { "pow", x => Pow(x, 2) },
            { "squared_difference", x => SquaredDifference(x, 1) },
            { "absolute", x => Abs(x) },
            { "square", x => Square(x) },
            { "sqrt", x => Sqrt(x) },
            { "rsqrt", x => Rsqrt(x) },
            { "reciprocal", x => Reciprocal(x) },
            { "exp", x => Exp(x) },
            { "log", x => Log(x) },
            { "relu", x => Relu(x) },
            { "sigmoid", x => Sigmoid(x) },
            { "tanh", x => Tanh(x) },
            { "gelu", x => Gelu(x) },
            { "swish", x => Swish(x) },
            { "softmax", x => Softmax(x, features) },
            { "log_softmax", x => LogSoftmax(x, features) },
            { "where", x => Where(x > 0, x, 0) },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_records_one_node_of_its_kind_with_the_dims_and_type_of_its_operand(
        string kind,
        Func<Tensor, Tensor> function
    )
    {
        var net = Started(out var data, Dim.Batch, features);
        var result = function(data);

        Assert.Equal($"{kind} [batch, in:9]", result.ToString());
        Assert.Equal(DataType.Float32, result.Type);
        Assert.Empty(Diagnostics(net));
    }

    public static TheoryData<Func<Tensor, Tensor>> Comparisons { get; } =
    [x => x < 1, x => x <= 1.0, x => 1 > x, x => x >= Relu(x), x => Equal(x, 0), x => NotEqual(x, 0.5)];

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void Comparisons_yield_truth_values(Func<Tensor, Tensor> compare)
    {
        var net = Started(out var data, Dim.Batch, features);
        var result = compare(data);

        Assert.Equal("compare [batch, in:9]", result.ToString());
        Assert.Equal(DataType.Bool, result.Type);
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Truth_values_are_combined_by_logic()
    {
        var net = Started(out var data, Dim.Batch, features);
        var result = Not(Or(And(data > 0, TrainFlag()), true));

        Assert.Equal("not [batch, in:9]", result.ToString());
        Assert.Equal(DataType.Bool, result.Type);
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void The_operand_with_more_dims_gives_its_dims_whichever_side_it_is_on()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var scale = new Parameter([features], name: "scale");

        Assert.Equal("mul [batch, time:?, in:9]", (data * scale).ToString());
        Assert.Equal("mul [batch, time:?, in:9]", (scale * data).ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Dims_match_in_any_order()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var turned = net.Input("turned", [features, time, Dim.Batch]);

        Assert.Equal("add [batch, time:?, in:9]", (data + turned).ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Broadcast_on_either_side_gives_the_dims_of_both(bool left)
    {
        var net = Started(out var data, Dim.Batch, time);
        var other = net.Input("other", [Dim.Batch, features]);
        var sum = left ? Broadcast(data) + other : data + Broadcast(other);

        Assert.Equal("add [batch, time:?, in:9]", sum.ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Broadcast_holds_for_one_operation_only()
    {
        var net = Started(out var data, Dim.Batch, time);
        var marked = Broadcast(data) * 2.0;
        _ = marked + net.Input("other", [Dim.Batch, features]);

        Assert.Equal("ND2001", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void Broadcast_records_nothing()
    {
        var net = Started(out var data, Dim.Batch, time);
        _ = Broadcast(data);

        Assert.Equal(["data"], Recorded.Kinds(net));
    }

    [Fact]
    public void A_choice_takes_dims_of_all_three_if_asked()
    {
        var net = Started(out var data, Dim.Batch, features);
        var mask = net.Input("mask", [Dim.Batch, time], type: DataType.Bool);

        Assert.Equal("where [batch, time:?, in:9]", Where(Broadcast(mask), data, 0.0).ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Theory]
    [InlineData(DataType.Float32)]
    [InlineData(DataType.Int32)]
    [InlineData(DataType.Int64)]
    public void A_whole_number_takes_the_type_of_the_other_operand(DataType type)
    {
        var net = Started(out _, Dim.Batch, features);
        var number = net.Input("number", [Dim.Batch], type: type);

        Assert.Equal(type, (number + 1).Type);
        Assert.Equal(type, (1 - number).Type);
        Assert.Empty(Diagnostics(net));
    }

    [Theory]
    [InlineData(DataType.Int32)]
    [InlineData(DataType.Int64)]
    public void A_real_number_does_not_become_a_whole_one(DataType type)
    {
        var net = Started(out _, Dim.Batch, features);
        _ = net.Input("number", [Dim.Batch], type: type) + 0.5;

        Assert.Equal("ND2004", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void A_truth_value_does_not_become_a_number()
    {
        var net = Started(out var data, Dim.Batch, features);
        _ = data * true;

        Assert.Equal("ND2004", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void A_constant_of_a_shape_has_these_dims()
    {
        var ones = Constant(1.0, [features]);

        Assert.Equal("constant [in:9]", ones.ToString());
        Assert.Equal(DataType.Float32, ones.Type);
    }

    [Fact]
    public void A_cast_changes_the_type_alone()
    {
        var net = Started(out var data, Dim.Batch, features);
        var whole = Cast(data, DataType.Int32);

        Assert.Equal("cast [batch, in:9]", whole.ToString());
        Assert.Equal(DataType.Int32, whole.Type);
        Assert.Empty(Diagnostics(net));
    }

    public static TheoryData<string, Func<Tensor, Shape, Tensor>> Reductions { get; } =
        new()
        {
            { "mean", (x, axes) => ReduceMean(x, axes) },
            { "sum", (x, axes) => ReduceSum(x, axes) },
            { "max", (x, axes) => ReduceMax(x, axes) },
            { "min", (x, axes) => ReduceMin(x, axes) },
            { "logsumexp", (x, axes) => ReduceLogSumExp(x, axes) },
            { "any", (x, axes) => ReduceAny(x > 0, axes) },
            { "all", (x, axes) => ReduceAll(x > 0, axes) },
        };

    [Theory]
    [MemberData(nameof(Reductions))]
    public void A_reduction_takes_its_dims_away(string kind, Func<Tensor, Shape, Tensor> reduce)
    {
        var net = Started(out var data, Dim.Batch, time, features);

        Assert.Equal($"{kind} [in:9]", reduce(data, [time, Dim.Batch]).ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Moments_are_the_mean_and_the_mean_of_squared_distances()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var (mean, variance) = Moments(data, [Dim.Batch, time]);

        Assert.Equal("mean [in:9]", mean.ToString());
        Assert.Equal("mean [in:9]", variance.ToString());
        Assert.Equal(["data", "mean", "sub", "square", "mean"], Recorded.Kinds(net));
    }

    [Fact]
    public void A_dot_takes_one_dim_away_and_keeps_shared_dims_once()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var weights = net.Input("weights", [Dim.Batch, features, classes]);

        Assert.Equal("dot [batch, time:?, classes:2]", Dot(data, weights, reduce: features).ToString());
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Cross_entropy_is_one_number_a_frame_with_class_indices_as_with_probabilities()
    {
        var net = Started(out var logits, Dim.Batch, time, classes);
        var indices = net.Input("indices", [Dim.Batch, time], sparse: classes);
        var probabilities = net.Input("probabilities", [Dim.Batch, time, classes]);

        Assert.Equal("cross_entropy [batch, time:?]", CrossEntropy(logits, indices).ToString());
        Assert.Equal("cross_entropy [batch, time:?]", CrossEntropy(logits, probabilities).ToString());
        Assert.Empty(Diagnostics(net));
    }
}
