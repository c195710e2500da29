using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Emitting;

/// <summary>No config holds NaN or an infinity: ND3002, wherever the number stands.</summary>
public sealed class NotFiniteTests
{
    public static TheoryData<double, Form> Numbers
    {
        get
        {
            var data = new TheoryData<double, Form>();
            foreach (var form in new[] { Form.Python, Form.Json })
            {
                data.Add(double.NaN, form);
                data.Add(double.PositiveInfinity, form);
                data.Add(double.NegativeInfinity, form);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void In_an_option(double number, Form form) =>
        IsRefused(
            form,
            s => s.Net.Output(Layer.Raw("dropout", [s.Data], s.Data.Dims, OptionValue.Dict(("dropout", number))))
        );

    [Theory]
    [MemberData(nameof(Numbers))]
    public void In_an_expression(double number, Form form) => IsRefused(form, s => s.Net.Output(s.Data * number));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void In_a_comparison(double number, Form form) => IsRefused(form, s => s.Net.Output(s.Data > number));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void In_a_choice(double number, Form form) =>
        IsRefused(form, s => s.Net.Output(Where(s.Data > 0.0, s.Data, number)));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void In_a_constant(double number, Form form) => IsRefused(form, s => s.Net.Output(Constant(number, [s.In])));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void In_an_assignment(double number, Form form) =>
        IsRefused(
            form,
            s =>
            {
                s.Statistic("mean").Assign(number);
                s.Net.Output(s.Data);
            }
        );

    [Theory]
    [MemberData(nameof(Numbers))]
    public void In_an_initial_value(double number, Form form) =>
        IsRefused(form, s => s.Net.Output(s.Data + new Parameter([s.In], number, name: "bias")));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void In_the_scale_of_a_loss(double number, Form form) =>
        IsRefused(form, s => s.Net.Loss("energy", ReduceSum(s.Data, [s.In]), scale: number));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void In_the_optimizer(double number, Form form) =>
        IsRefused(
            form,
            s =>
            {
                s.Net.Loss("energy", ReduceSum(s.Data, [s.In]));
                s.Net.Training = new() { Optimizer = Optimizer.Adam(epsilon: number) };
            }
        );

    [Theory]
    [MemberData(nameof(Numbers))]
    public void In_the_learning_rate(double number, Form form) =>
        IsRefused(
            form,
            s =>
            {
                s.Net.Loss("energy", ReduceSum(s.Data, [s.In]));
                s.Net.Training = new() { LearningRate = number };
            }
        );

    [Fact]
    public void The_layer_is_named() =>
        Assert.Equal(
            "huge",
            Assert.Single(Emitted.Errors(Sample.Of(s => s.Net.Output(s.Data * double.NaN, "huge")))).Layer
        );

    private static void IsRefused(Form form, Action<Sample> record) =>
        Assert.Equal("ND3002", Assert.Single(Emitted.Errors(Sample.Of(record), form)).Code);
}
