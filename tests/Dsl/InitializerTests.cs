using Xunit;

namespace NetDsl.Tests.Dsl;

/// <summary>Initial values are what RETURNN's get_initializer takes: a name, a number, or a class of TensorFlow with its options.</summary>
public sealed class InitializerTests
{
    [Fact]
    public void He_scales_by_what_a_unit_reads() =>
        Assert.Equal(Scaling(2.0, "fan_in", "truncated_normal"), Initializer.HeNormal.Value);

    [Fact]
    public void He_can_be_uniform() => Assert.Equal(Scaling(2.0, "fan_in", "uniform"), Initializer.HeUniform.Value);

    [Theory]
    [InlineData(Fan.In, "fan_in")]
    [InlineData(Fan.Out, "fan_out")]
    [InlineData(Fan.Average, "fan_avg")]
    public void Variance_is_divided_by_the_fan_that_is_meant(Fan fan, string mode) =>
        Assert.Equal(Scaling(0.5, mode, "truncated_normal"), Initializer.VarianceScaling(0.5, fan).Value);

    [Fact]
    public void A_normal_distribution_can_be_cut_off() =>
        Assert.Equal(
            OptionValue.Dict(("class", "TruncatedNormal"), ("mean", 0.0), ("stddev", 0.02)),
            Initializer.TruncatedNormal(0.02).Value
        );

    [Fact]
    public void A_scale_is_above_0() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Initializer.VarianceScaling(0.0));

    [Fact]
    public void A_deviation_is_above_0() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Initializer.TruncatedNormal(-0.1));

    [Fact]
    public void A_fan_is_one_of_three() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Initializer.VarianceScaling(1.0, (Fan)3));

    private static DictValue Scaling(double scale, string mode, string distribution) =>
        OptionValue.Dict(
            ("class", "VarianceScaling"),
            ("scale", scale),
            ("mode", mode),
            ("distribution", distribution)
        );
}
