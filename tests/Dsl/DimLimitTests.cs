using Xunit;

namespace NetDsl.Tests.Dsl;

/// <summary>Sizes at the edge.</summary>
public sealed class DimLimitTests
{
    private static readonly Dim time = Dim.Dynamic("time");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_dynamic_dim_cannot_be_multiplied_away(int factor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => time * factor);

    [Fact]
    public void Dividing_a_large_dim_does_not_overflow() =>
        Assert.Equal(1 << 30, Dim.Feature("large", int.MaxValue).CeilDiv(2).Size);
}
