using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

public sealed class DeferredUpdateTests
{
    private static readonly Dim features = Dim.Feature("in", 9);

    [Fact]
    public void Updates_are_recorded_in_the_order_of_their_calls()
    {
        var net = Started(out var data, Dim.Batch, features);
        var average = Average();
        average.Assign(ReduceMean(data, [Dim.Batch]));
        average.AssignAdd(1.0);

        Assert.Equal(["data", "mean", "assign", "assign_add"], Kinds(net));
    }

    [Fact]
    public void A_parameter_reads_as_its_old_value_after_an_update()
    {
        var net = Started(out var data, Dim.Batch, features);
        var average = Average();
        average.Assign(ReduceMean(data, [Dim.Batch]));
        var read = data - average;

        Assert.Same(average, Assert.IsType<BinaryNode>(read.Node).Right);
        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_value_with_all_dims_of_the_parameter_can_be_assigned()
    {
        var net = Started(out var data, Dim.Batch, features);
        Average().Assign(ReduceMean(data, [Dim.Batch]));

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_value_with_fewer_dims_is_repeated()
    {
        var net = Started(out var data, Dim.Batch, features);
        Average().Assign(ReduceMean(data, [Dim.Batch, features]));

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void Numbers_can_be_assigned_to_real_parameters()
    {
        var net = Started(out _, Dim.Batch, features);
        var average = Average();
        average.Assign(0);
        average.AssignAdd(0.5);

        Assert.Empty(Diagnostics(net));
    }

    [Theory]
    [InlineData(DataType.Int32)]
    [InlineData(DataType.Int64)]
    public void Whole_numbers_can_be_assigned_to_whole_parameters(DataType type)
    {
        var net = Started(out _, Dim.Batch, features);
        new Parameter([], auxiliary: true, type: type, name: "counter").AssignAdd(1);

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_truth_value_can_be_assigned_to_a_parameter_of_truth_values()
    {
        var net = Started(out _, Dim.Batch, features);
        new Parameter([], initial: 0, auxiliary: true, type: DataType.Bool, name: "seen").Assign(true);

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_value_of_another_type_cannot_be_assigned()
    {
        var net = Started(out _, Dim.Batch, features);
        var parameterLine = NextLine();
        var counter = new Parameter([], auxiliary: true, type: DataType.Int32, name: "counter");
        var valueLine = NextLine();
        var value = net.Input("value", []);
        var line = NextLine();
        counter.Assign(value);

        Says(
            net,
            new("ND2004", line, "assign of int32 and float32.", "Convert one of them with Cast.")
            {
                Related = [(parameterLine, "left: parameter []"), (valueLine, "right: data []")],
            }
        );
    }

    [Fact]
    public void A_parameter_can_be_updated_from_itself()
    {
        var net = Started(out _, Dim.Batch, features);
        var average = Average();
        average.Assign(average * 0.9);

        Assert.Equal(["data", "mul", "assign"], Kinds(net));
    }

    [Fact]
    public void A_parameter_needs_dims_of_fixed_size() =>
        Assert.StartsWith(
            "A parameter needs dims of fixed size, but time:? has none.",
            Assert.Throws<ArgumentException>(() => new Parameter([Dim.Dynamic("time"), features])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_parameter_starts_as_zero_if_auxiliary_or_a_vector_and_else_is_drawn()
    {
        var hidden = Dim.Feature("hidden", 4);

        Assert.Equal<object>(Initializer.GlorotUniform, new Parameter([features, hidden]).Initial);
        Assert.Equal<object>((Initializer)0.0, new Parameter([features, hidden], auxiliary: true).Initial);
        Assert.Equal<object>((Initializer)0.0, new Parameter([features]).Initial);
    }

    private static Parameter Average() => new([features], auxiliary: true, name: "average");
}
