using CsCheck;
using Xunit;

namespace NetDsl.Tests.Dsl;

public sealed class DimArithmeticTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim heads = Dim.Spatial("heads", 4);

    public static TheoryData<string, Func<Dim>> Derived { get; } =
        new()
        {
            { "in+heads:13", () => features + heads },
            { "in+2:11", () => features + 2 },
            { "2+in:11", () => 2 + features },
            { "in-2:7", () => features - 2 },
            { "in*heads:36", () => features * heads },
            { "in*2:18", () => features * 2 },
            { "2*in:18", () => 2 * features },
            { "in//2:4", () => features.FloorDiv(2) },
            { "ceil(in/2):5", () => features.CeilDiv(2) },
            { "ceil(in/3):3", () => features.CeilDiv(3) },
            { "time+2:?", () => time + 2 },
            { "time-2:?", () => time - 2 },
            { "time*heads:?", () => time * heads },
            { "time//2:?", () => time.FloorDiv(2) },
            { "ceil(time/2):?", () => time.CeilDiv(2) },
            { "(in+heads)*2:26", () => (features + heads) * 2 },
            { "ceil(time/6):?", () => time.CeilDiv(2).CeilDiv(3) },
            { "in/3:3", () => features / 3 },
            { "time/heads:?", () => time / heads },
            { "time/l 2:?", () => time.DivLeft(2) },
            { "time/l heads:?", () => time.DivLeft(heads) },
            { "ceil(in/l 2):5", () => features.CeilDivLeft(2) },
            { "ceil(in/heads):3", () => features.CeilDiv(heads) },
            { "in//heads:2", () => features.FloorDiv(heads) },
            { "in-heads:5", () => features - heads },
            { "time-heads:?", () => time - heads },
        };

    [Theory]
    [MemberData(nameof(Derived))]
    public void A_derived_dim_shows_how_it_was_made_and_its_size(string text, Func<Dim> derive) =>
        Assert.Equal(text, derive().ToString());

    [Theory]
    [MemberData(nameof(Derived))]
    public void The_same_expression_is_the_same_dim(string text, Func<Dim> derive)
    {
        Assert.NotEmpty(text);
        Assert.Same(derive(), derive());
    }

    [Fact]
    public void Different_expressions_are_different_dims() =>
        Assert.Equal(Derived.Count, Derived.Select(row => ((Func<Dim>)row[1])()).Distinct().Count());

    [Fact]
    public void Dims_made_twice_are_two_even_with_one_name_and_size() =>
        Assert.NotEqual(Dim.Feature("in", 9), Dim.Feature("in", 9));

    [Fact]
    public void One_expression_on_many_threads_is_one_dim()
    {
        var fresh = Dim.Feature("fresh", 8);
        var made = new Dim[64];
        Parallel.For(0, made.Length, index => made[index] = (fresh + 1).CeilDiv(2));

        Assert.Single(made.Distinct());
    }

    [Fact]
    public void A_dim_made_of_a_feature_dim_is_a_feature_dim()
    {
        Assert.Equal(DimKind.Feature, (heads * features).Kind);
        Assert.Equal(DimKind.Feature, (2 + features).Kind);
        Assert.Equal(DimKind.Feature, (time * features).Kind);
    }

    [Fact]
    public void A_dim_made_of_spatial_dims_is_spatial()
    {
        Assert.Equal(DimKind.Spatial, (heads + time).Kind);
        Assert.Equal(DimKind.Spatial, heads.FloorDiv(2).Kind);
    }

    [Fact]
    public void A_dim_made_of_a_dynamic_dim_is_dynamic()
    {
        Assert.True((time + heads).IsDynamic);
        Assert.True((heads + time).IsDynamic);
        Assert.False((heads + heads).IsDynamic);
    }

    [Fact]
    public void The_batch_dim_has_no_size_and_is_not_dynamic()
    {
        Assert.Null(Dim.Batch.Size);
        Assert.False(Dim.Batch.IsDynamic);
        Assert.Equal(DimKind.Batch, Dim.Batch.Kind);
        Assert.Equal("batch", Dim.Batch.ToString());
    }

    public static TheoryData<Func<Dim>> FromBatch { get; } =
    [
        () => Dim.Batch + 1,
        () => 1 + Dim.Batch,
        () => Dim.Batch - 1,
        () => Dim.Batch * time,
        () => time * Dim.Batch,
        () => time + Dim.Batch,
        () => Dim.Batch.CeilDiv(2),
        () => Dim.Batch.FloorDiv(2),
        () => Dim.Batch - time,
        () => Dim.Batch / 2,
        () => time.DivLeft(Dim.Batch),
        () => time.CeilDivLeft(Dim.Batch),
    ];

    [Theory]
    [MemberData(nameof(FromBatch))]
    public void Nothing_can_be_derived_from_the_batch_dim(Func<Dim> derive) =>
        Assert.Equal(
            "RETURNN has no dims derived from the batch dim.",
            Assert.Throws<ArgumentException>(derive).Message
        );

    public static TheoryData<string, Func<Dim>> TooSmall { get; } =
        new()
        {
            { "zero", () => Dim.Feature("zero", 0) },
            { "less", () => Dim.Spatial("less", -3) },
            { "in-9", () => features - 9 },
            { "in*0", () => features * 0 },
            { "-1*in", () => -1 * features },
            { "in+-9", () => features + -9 },
            { "0*time", () => time - time },
            { "-1*time", () => time - 2 * time },
            { "in//10", () => features.FloorDiv(10) },
        };

    [Theory]
    [MemberData(nameof(TooSmall))]
    public void A_size_below_one_is_refused(string name, Func<Dim> derive) =>
        Assert.StartsWith(
            $"Dim \"{name}\" needs a size of at least 1.",
            Assert.Throws<ArgumentOutOfRangeException>(derive).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void A_divisor_below_one_is_refused(int divisor)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => time.FloorDiv(divisor));
        Assert.Throws<ArgumentOutOfRangeException>(() => time.CeilDiv(divisor));
    }

    public static TheoryData<string, Func<Dim>, Func<Dim>> Equal { get; } =
        new()
        {
            { "nothing added", () => time + 0, () => time },
            { "nothing added in front", () => 0 + time, () => time },
            { "nothing taken away", () => time - 0, () => time },
            { "once", () => time * 1, () => time },
            { "once as a whole", () => 1 * time, () => time },
            { "not divided", () => time.CeilDiv(1), () => time },
            { "not divided from the left", () => time.DivLeft(1), () => time },
            { "an end taken away again", () => (time + heads) - heads, () => time },
            { "a number taken away again", () => (time + 3) - 3, () => time },
            { "an end added again", () => (time - heads) + heads, () => time },
            { "a number added again", () => (time - 3) + 3, () => time },
            { "a number in front added again", () => 3 + (-3 + time), () => time },
            { "the inner factor", () => (time * heads).FloorDiv(heads), () => time },
            { "the inner factor rounded up", () => (time * heads).CeilDiv(heads), () => time },
            { "the inner factor exactly", () => (time * heads) / heads, () => time },
            { "the outer factor", () => (heads * time).DivLeft(heads), () => time },
            { "the outer factor rounded up", () => (heads * time).CeilDivLeft(heads), () => time },
            { "quotients in a row", () => time.CeilDiv(2).CeilDiv(3), () => time.CeilDiv(6) },
            { "quotients by dims in a row", () => time.FloorDiv(heads).FloorDiv(2), () => time.FloorDiv(heads * 2) },
            { "products in a row", () => (time * 2) * 3, () => time * 6 },
            { "products of dims in a row", () => (heads * time) * 3, () => heads * (time * 3) },
            { "products from the left", () => 2 * (3 * time), () => 6 * time },
            { "twice", () => time + time, () => 2 * time },
            { "thrice", () => 2 * time + time, () => 3 * time },
            { "thrice from the left", () => time + 2 * time, () => 3 * time },
            { "twice of thrice", () => 3 * time - time, () => 2 * time },
            { "one of twice", () => 2 * time - time, () => time },
            { "five times", () => 2 * time + 3 * time, () => 5 * time },
        };

    [Theory]
    [MemberData(nameof(Equal))]
    public void What_RETURNN_takes_for_one_dim_is_one(string what, Func<Dim> one, Func<Dim> other)
    {
        Assert.NotEmpty(what);
        Assert.Same(other(), one());
    }

    public static TheoryData<string, Func<Dim>, Func<Dim>> Unlike { get; } =
        new()
        {
            { "the order of a sum", () => time + heads, () => heads + time },
            { "the order of a product", () => time * heads, () => heads * time },
            { "the wrong side of a product", () => (time * heads).DivLeft(heads), () => time },
            { "other ways of rounding", () => time.CeilDiv(2).FloorDiv(2), () => time.FloorDiv(4) },
            // RETURNN adds numbers up, too, but makes a dim without a name for the sum each time.
            { "a number taken away from a sum of numbers", () => ((time + 2) + 3) - 3, () => time + 2 },
            { "numbers added one after the other", () => (time + 1) + 1, () => time + 2 },
        };

    [Theory]
    [MemberData(nameof(Unlike))]
    public void What_RETURNN_takes_for_two_dims_are_two(string what, Func<Dim> one, Func<Dim> other)
    {
        Assert.NotEmpty(what);
        Assert.NotSame(other(), one());
    }

    [Fact]
    public void An_exact_division_that_leaves_a_remainder_is_refused() =>
        Assert.Equal(
            "Dim \"in/2\" is no whole number: 2 is no divisor of 9.",
            Assert.Throws<ArgumentException>(() => features / 2).Message
        );

    public static TheoryData<Func<Dim>> Numbers { get; } =
    [() => (2 + time) - time, () => (2 * time).FloorDiv(time), () => (time * 2).DivLeft(time)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_no_dim(Func<Dim> derive) =>
        Assert.EndsWith(
            "is the number 2, which is no dim.",
            Assert.Throws<ArgumentException>(derive).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Numbers_too_large_together_stay_apart() =>
        Assert.Equal("(time*2147483647)*2:?", (time * int.MaxValue * 2).ToString());

    [Fact]
    public void A_size_too_large_for_a_number_is_refused_and_does_not_wrap_around()
    {
        var large = Dim.Feature("large", int.MaxValue);

        Assert.Throws<OverflowException>(() => large + 1);
        Assert.Throws<OverflowException>(() => large * features);
    }

    [Fact]
    public void A_dim_needs_a_name() => Assert.Throws<ArgumentException>(() => Dim.Dynamic(""));

    [Fact]
    public void Sizes_are_those_of_whole_numbers() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Int[1, 1000])
            .Sample(
                (left, right) =>
                {
                    var (a, b) = (Dim.Feature("a", left), Dim.Feature("b", right));
                    Assert.Equal(left + right, (a + b).Size);
                    Assert.Equal(left * right, (a * b).Size);
                    Assert.Equal((int)Math.Ceiling(left / (double)right), a.CeilDiv(right).Size);
                    Assert.Equal(right, (a * b).FloorDiv(left).Size);
                }
            );
}
