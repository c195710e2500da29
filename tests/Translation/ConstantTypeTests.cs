using NetDsl.Tests.Emitting;
using NetDsl.Tests.Golden;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>Numbers take the type of what they stand beside: TensorFlow mixes none.</summary>
public sealed class ConstantTypeTests
{
    [Fact]
    public void An_integer_in_the_second_branch_is_a_real_if_the_first_is() =>
        Assert.Equal(["\"float32\""], ConstantTypes(s => Cond(TrainFlag(), () => Highest(s), () => 0)));

    [Fact]
    public void An_integer_in_the_first_branch_is_a_real_if_the_second_is() =>
        Assert.Equal(["\"float32\""], ConstantTypes(s => Cond(TrainFlag(), () => 0, () => Highest(s))));

    [Fact]
    public void An_integer_and_a_real_constant_make_a_real() =>
        Assert.Equal(
            "\"source(0) + (1.0 + 2.0)\"",
            Summary(s => Highest(s) + ((Tensor)1 + 2.0))["result"].Options["eval"]
        );

    [Fact]
    public void An_integer_and_a_real_alternative_make_reals()
    {
        var net = Summary(s => Where(s.Data > 0.0, 1, 0.5));

        Assert.Equal("1.0", net["result"].Options["true_from"]);
    }

    [Fact]
    public void A_repeated_integer_beside_a_real_tensor_is_a_real()
    {
        var net = Summary(s => s.Data + 1);

        Assert.Equal("\"source(0) + 1.0\"", net["result"].Options["eval"]);
    }

    private static Tensor Highest(Sample sample) => ReduceMax(sample.Data, sample.Data.Dims);

    private static IEnumerable<string> ConstantTypes(Func<Sample, Tensor> record) =>
        Summary(record).Layers.Where(layer => layer.Class == "constant").Select(layer => layer.Options["dtype"]);

    private static NetSummary Summary(Func<Sample, Tensor> record) =>
        Emitted.Summary(Sample.Of(sample => sample.Net.Output(record(sample), "result")));
}
