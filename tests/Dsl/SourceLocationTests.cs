using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

public sealed class SourceLocationTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);

    [Fact]
    public void A_function_has_the_line_of_its_call()
    {
        _ = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        var result = Relu(data);

        Assert.Equal(line, LineOf(result));
    }

    public static TheoryData<Func<Tensor, Tensor>, int> Operators { get; } =
        new()
        {
            { x => x + x, NextLine() - 1 },
            { x => x - 1.0, NextLine() - 1 },
            { x => 2 * x, NextLine() - 1 },
            { x => x / 2.0, NextLine() - 1 },
            { x => -x, NextLine() - 1 },
            { x => x < 0, NextLine() - 1 },
            { x => x > 0, NextLine() - 1 },
            { x => x <= 0, NextLine() - 1 },
            { x => x >= 0, NextLine() - 1 },
        };

    [Theory]
    [MemberData(nameof(Operators))]
    public void An_operator_has_the_line_it_stands_on(Func<Tensor, Tensor> use, int line)
    {
        _ = Started(out var data, Dim.Batch, features);

        Assert.Equal(line, LineOf(use(data)));
    }

    [Fact]
    public void An_operator_in_a_method_has_its_line_there()
    {
        _ = Started(out var data, Dim.Batch, features);

        Assert.Equal(doubledLine, LineOf(Doubled(data)));
    }

    [Fact]
    public void An_operator_in_a_branch_has_its_line()
    {
        _ = Started(out var data, Dim.Batch, features);
        var inner = data;
        var line = NextLine();
        Tensor Then() => inner = data * 2.0;
        _ = Cond(TrainFlag(), Then, () => data);

        Assert.Equal(line, LineOf(inner));
    }

    [Fact]
    public void A_location_names_the_file()
    {
        _ = Started(out var data, Dim.Batch, features);

        Assert.Equal("SourceLocationTests.cs", Path.GetFileName((data * 2.0).Node.Location.Path));
        Assert.Equal("SourceLocationTests.cs", Path.GetFileName(Relu(data).Node.Location.Path));
    }

    [Fact]
    public void All_that_a_library_module_records_has_the_line_of_its_call()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var norm = new BatchNorm();
        var line = NextLine();
        net.Output(norm.Call(data));

        Assert.Equal([line], net.Build().Nodes.Skip(1).Select(node => node.Location.Line).Distinct());
    }

    [Fact]
    public void A_library_module_in_a_branch_has_the_line_of_its_call()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var norm = new BatchNorm();
        var line = NextLine();
        Tensor Then() => norm.Call(data);
        net.Output(Cond(TrainFlag(), Then, () => data));

        Assert.Equal([line], net.Build().Nodes.Skip(1).SkipLast(1).Select(node => node.Location.Line).Distinct());
    }

    [Fact]
    public void After_the_call_of_a_library_module_lines_are_the_users_again()
    {
        _ = Started(out var data, Dim.Batch, time, features);
        _ = new BatchNorm().Call(data);
        var line = NextLine();
        var result = Relu(data) * 2.0;

        Assert.Equal(line, LineOf(result));
    }

    [Fact]
    public void After_a_library_module_has_stopped_lines_are_the_users_again()
    {
        _ = Started(out var data, Dim.Batch, time);
        Assert.Throws<ModelException>(() => new BatchNorm().Call(data));
        var line = NextLine();
        var result = data * 2.0;

        Assert.Equal(line, LineOf(result));
    }

    [Fact]
    public void A_module_of_ones_own_has_its_own_lines()
    {
        _ = Started(out var data, Dim.Batch, features);

        Assert.Equal(Own.Line, LineOf(new Own().Call(data)));
    }

    [Fact]
    public void A_module_of_ones_own_that_passes_its_caller_on_has_the_callers_line()
    {
        _ = Started(out var data, Dim.Batch, features);

        Assert.Equal(1234, LineOf(new Passing().Call(data, "user.cs", 1234)));
    }

    [Fact]
    public void Modules_inside_of_library_modules_keep_the_users_line()
    {
        _ = Started(out var data, Dim.Batch, time, features);
        var result = new Passing().Outer(data, "user.cs", 1234);

        Assert.Equal(1234, LineOf(result));
    }

    [Fact]
    public void A_mistake_inside_a_library_module_points_to_the_call()
    {
        var net = Started(out _, Dim.Batch, features);
        var indices = net.Input("indices", [Dim.Batch, features], type: DataType.Int32);
        var linear = new Linear(Dim.Feature("out", 2));
        var line = NextLine();
        _ = linear.Call(indices);

        Assert.Equal([("ND2003", line)], CodesAndLines(net));
    }

    private static int LineOf(Tensor tensor) => tensor.Node.Location.Line;

    private static readonly int doubledLine = NextLine() + 1;

    private static Tensor Doubled(Tensor x) => x * 2.0;

    private sealed class Own : Module
    {
        public static int Line { get; } = NextLine() + 4;

        public Tensor Call(Tensor x)
        {
            using var call = Enter(x);
            return x * 2.0;
        }
    }

    private sealed class Passing : Module
    {
        public Tensor Call(Tensor x, string file, int line)
        {
            using var call = Enter(x, file, line);
            return x * 2.0;
        }

        public Tensor Outer(Tensor x, string file, int line)
        {
            using var call = Enter(x, file, line);
            return new BatchNorm().Call(x) * 2.0;
        }
    }
}
