using CsCheck;
using Xunit;

namespace NetDsl.Tests.Dsl;

public sealed class ShapeTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim classes = Dim.Feature("classes", 2);
    private static readonly Dim[] pool = [Dim.Batch, time, features, classes, Dim.Spatial("heads", 4), time.CeilDiv(2)];

    private static readonly Gen<Shape> shapes = Gen.Shuffle(pool)
        .SelectMany(dims => Gen.Int[0, dims.Length].Select(count => Shape.Create(dims.AsSpan(0, count))));

    [Fact]
    public void Shapes_of_the_same_dims_are_equal_in_any_order()
    {
        Shape shape = [Dim.Batch, time, features];
        Shape turned = [features, Dim.Batch, time];

        AssertSame(shape, turned);
        Assert.Equal(shape.GetHashCode(), turned.GetHashCode());
    }

    [Fact]
    public void Shapes_of_other_dims_of_the_same_names_and_sizes_differ()
    {
        Shape shape = [features];
        Shape other = [Dim.Feature("in", 9)];

        Assert.False(shape.Equals(other));
    }

    [Fact]
    public void A_shape_shows_its_dims_in_the_order_given() =>
        Assert.Equal("[in:9, batch, time:?]", Shape.Create([features, Dim.Batch, time]).ToString());

    [Fact]
    public void A_scalar_has_no_dims()
    {
        Assert.Equal("[]", Shape.Scalar.ToString());
        AssertSame(Shape.Scalar, Shape.Create([time]).Except(time));
    }

    [Fact]
    public void A_dim_cannot_come_twice() =>
        Assert.Equal(
            "The dim in:9 comes twice in a shape; make a second dim of the same size.",
            Assert.Throws<ArgumentException>(() => Shape.Create([features, time, features])).Message
        );

    [Fact]
    public void The_feature_dim_is_the_last_of_its_kind() =>
        Assert.Same(classes, Shape.Create([features, classes, time]).Feature);

    [Fact]
    public void Without_a_dim_of_that_kind_there_is_no_feature_dim() =>
        Assert.Null(Shape.Create([Dim.Batch, time]).Feature);

    [Fact]
    public void A_union_keeps_the_order_and_adds_what_is_missing() =>
        Assert.Equal("[time:?, in:9, batch]", Shape.Create([time, features]).Union([Dim.Batch, time]).ToString());

    [Fact]
    public void A_union_holds_what_either_holds() =>
        Gen.Select(shapes, shapes)
            .Sample((a, b) => Assert.Equal(a.ToHashSet().Union(b).ToHashSet(), a.Union(b).ToHashSet()));

    [Fact]
    public void A_union_is_the_same_from_either_side() =>
        Gen.Select(shapes, shapes).Sample((a, b) => AssertSame(a.Union(b), b.Union(a)));

    [Fact]
    public void Unions_can_be_made_in_any_order() =>
        Gen.Select(shapes, shapes, shapes).Sample((a, b, c) => AssertSame(a.Union(b).Union(c), a.Union(b.Union(c))));

    [Fact]
    public void What_is_left_and_what_was_removed_share_nothing_and_make_the_whole() =>
        Gen.Select(shapes, shapes)
            .Sample(
                (a, b) =>
                {
                    Assert.DoesNotContain(a.Except(b), b.Contains);
                    AssertSame(a.Union(b), a.Except(b).Union(b));
                }
            );

    [Fact]
    public void A_shape_holds_all_of_another_exactly_if_the_union_adds_nothing() =>
        Gen.Select(shapes, shapes).Sample((a, b) => Assert.Equal(a.ContainsAll(b), a.Union(b).Count == a.Count));

    [Fact]
    public void Shapes_are_equal_exactly_if_each_holds_all_of_the_other() =>
        Gen.Select(shapes, shapes)
            .Sample((a, b) => Assert.Equal(a.ContainsAll(b) && b.ContainsAll(a), a.Equals((object)b)));

    // Assert.Equal would compare the printing order of the two lists.
    private static void AssertSame(Shape expected, Shape actual) =>
        Assert.True(expected.Equals(actual), $"{expected} is not {actual}.");
}
