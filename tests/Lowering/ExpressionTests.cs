using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

public sealed class ExpressionTests
{
    [Fact]
    public void A_half_step_residual_is_one_layer() =>
        Assert.Equal("source(0) + 0.5 * source(1)", Formula((x, y) => x + 0.5 * y));

    [Theory]
    [InlineData("a - (b - a)", "source(0) - (source(1) - source(0))")]
    [InlineData("(a + b) * a", "(source(0) + source(1)) * source(0)")]
    [InlineData("a / (b * a)", "source(0) / (source(1) * source(0))")]
    [InlineData("a / b * a", "source(0) / source(1) * source(0)")]
    [InlineData("-(a + b)", "-(source(0) + source(1))")]
    [InlineData("(1 / a) * b", "1.0 / source(0) * source(1)")]
    [InlineData("a * (1 / b)", "source(0) * (1.0 / source(1))")]
    [InlineData("a * (-2)", "source(0) * (-2.0) + source(1)")]
    [InlineData("maximum", "tf.maximum(source(0) + source(1), 0.5)")]
    [InlineData("gate", "source(0) * tf.sigmoid(source(1))")]
    public void Parentheses_stand_where_the_order_needs_them(string formula, string expected) =>
        Assert.Equal(
            expected,
            Formula(
                (a, b) =>
                    formula switch
                    {
                        "a - (b - a)" => a - (b - a),
                        "(a + b) * a" => (a + b) * a,
                        "a / (b * a)" => a / (b * a),
                        "a / b * a" => a / b * a,
                        "-(a + b)" => -(a + b),
                        "(1 / a) * b" => Reciprocal(a) * b,
                        "a * (1 / b)" => a * Reciprocal(b),
                        "a * (-2)" => (a * -2.0) + b,
                        "maximum" => Maximum(a + b, 0.5),
                        _ => a * Sigmoid(b),
                    }
            )
        );

    [Fact]
    public void A_value_that_is_read_twice_keeps_its_layer()
    {
        var net = Joined(
            (x, y) =>
            {
                var sum = x + y;
                return sum * Exp(sum);
            }
        );
        Assert.Equal((1, 1), (net.Count("combine"), net.Count("eval")));
    }

    [Fact]
    public void A_value_that_is_an_output_keeps_its_layer()
    {
        var (net, x, y) = Start();
        var sum = x + y;
        net.Output(sum, "sum");
        net.Output(Exp(sum));
        Assert.Equal(0, EmittedNet.Whole(net).Count("eval"));
    }

    [Fact]
    public void A_value_with_a_name_keeps_its_layer() =>
        Assert.Equal(0, Joined((x, y) => Exp((x + y).Named("sum"))).Count("eval"));

    [Fact]
    public void A_long_chain_becomes_several_short_formulas()
    {
        var net = Joined((x, _) => Enumerable.Range(0, 12).Aggregate(x, (sum, step) => sum + (0.5 + step)));
        Assert.Equal(2, net.Network.Count);
    }

    [Fact]
    public void A_formula_reads_four_tensors_at_most()
    {
        var (net, x, _) = Start();
        var more = Enumerable.Range(0, 6).Select(i => net.Input($"more{i}", x.Dims));
        net.Output(more.Aggregate(x, (sum, next) => sum + next));
        Assert.All(
            EmittedNet.Whole(net).OfClass("eval"),
            layer => Assert.InRange(((SequenceValue)layer["from"]!).Items.Length, 2, 4)
        );
    }

    [Fact]
    public void The_report_says_how_many_steps_were_joined() =>
        Assert.Equal("2 steps", Assert.Single(Joined((x, y) => x + 0.5 * y).Entries).Variant);

    [Fact]
    public void A_step_in_a_branch_is_not_joined_with_one_outside()
    {
        var (net, x, y) = Start();
        var outside = x + y;
        net.Output(Cond(TrainFlag(), () => outside * 0.5, () => x));
        Assert.Empty(EmittedNet.Whole(net).Entries);
    }

    private static string Formula(Func<Tensor, Tensor, Tensor> model) =>
        ((StringValue)((DictValue)Assert.Single(Joined(model).Network).Value)["eval"]!).Value;

    private static EmittedNet Joined(Func<Tensor, Tensor, Tensor> model)
    {
        var (net, x, y) = Start();
        net.Output(model(x, y));
        return EmittedNet.Whole(net);
    }

    private static (Net Net, Tensor X, Tensor Y) Start()
    {
        var net = new Net("formula");
        Shape dims = [Dim.Batch, MapNets.Time, MapNets.Input];
        return (net, net.Input("data", dims), net.Input("other", dims));
    }
}
