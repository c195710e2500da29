using CsCheck;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Dsl;

/// <summary>Nets nobody would write: chains and fans of entry-by-entry functions over tensors of any dims.</summary>
public sealed class RandomGraphTests
{
    private static readonly Dim[] axes =
    [
        Dim.Batch,
        Dim.Dynamic("time"),
        Dim.Feature("in", 9),
        Dim.Spatial("heads", 4),
    ];

    private static readonly Gen<Shape> shapes = Gen.Shuffle(axes)
        .SelectMany(dims => Gen.Int[0, dims.Length].Select(count => Shape.Create(dims.AsSpan(0, count))));

    // A step is a function and the two tensors it reads, counted back from the last one.
    private static readonly Gen<(Shape[] Inputs, (int Function, int Left, int Right)[] Steps)> recipes = Gen.Select(
        shapes.Array[1, 4],
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 9]).Array[0, 30]
    );

    [Fact]
    public void Any_graph_is_built_and_every_result_has_the_dims_of_all_it_reads() =>
        recipes.Sample(recipe =>
        {
            var (net, tensors, expected) = Record(recipe.Inputs, recipe.Steps);

            Assert.Empty(net.Build().Diagnostics);
            Assert.All(
                tensors.Zip(expected),
                pair => Assert.True(pair.First.Dims.Equals(pair.Second), $"{pair.First} has not {pair.Second}.")
            );
        });

    [Fact]
    public void The_same_model_recorded_twice_has_the_same_nodes_in_the_same_order() =>
        recipes.Sample(recipe =>
            Assert.Equal(
                Nodes(Record(recipe.Inputs, recipe.Steps).Net.Build()),
                Nodes(Record(recipe.Inputs, recipe.Steps).Net.Build())
            )
        );

    private static IEnumerable<string> Nodes(Graph graph) =>
        graph.Nodes.Select(node =>
            $"{node.Id} {node.Kind} {node.Output.Dims} of {string.Join(' ', node.Inputs.Select(input => input.Node.Id))}"
        );

    private static (Net Net, List<Tensor> Tensors, List<Shape> Expected) Record(
        Shape[] inputs,
        (int Function, int Left, int Right)[] steps
    )
    {
        var net = new Net("random");
        var tensors = new List<Tensor>();
        var expected = new List<Shape>();
        foreach (var (index, shape) in inputs.Index())
        {
            tensors.Add(net.Input($"input{index}", shape));
            expected.Add(shape);
        }

        foreach (var (function, left, right) in steps)
        {
            var (a, b) = (Back(left), Back(right));
            tensors.Add(Apply(function, tensors[a], tensors[b]));
            expected.Add(function < 4 ? expected[a] : expected[a].Union(expected[b]));
        }

        net.Output(tensors[^1]);
        return (net, tensors, expected);

        int Back(int distance) => tensors.Count - 1 - (distance % tensors.Count);
    }

    private static Tensor Apply(int function, Tensor a, Tensor b) =>
        function switch
        {
            0 => Relu(a),
            1 => 2 - a,
            2 => -a,
            3 => Where(a > 0.0, a, 0),
            4 => Broadcast(a) + b,
            5 => a * Broadcast(b),
            6 => Maximum(Broadcast(a), b),
            7 => SquaredDifference(a, Broadcast(b)),
            8 => Broadcast(a) / Exp(b),
            _ => Where(Broadcast(a) < b, Broadcast(b), a),
        };
}
