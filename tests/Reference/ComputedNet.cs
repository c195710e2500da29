using System.Collections.Immutable;
using NetDsl.Emit;
using NetDsl.Reference;
using Xunit;

namespace NetDsl.Tests.Reference;

/// <summary>Numbers of small nets that are written as text.</summary>
internal static class ComputedNet
{
    // A trained scale stands before all, so that there are gradients.
    private const string Scaled = """
         "w": {"class": "variable", "shape": [in_dim], "param_name": "param"},
         "x": {"class": "combine", "kind": "mul", "from": ["data:data", "w"]},
        """;

    /// <summary>What differs between two ways to write the layer <c>y</c>, which reads <c>x</c>; empty if nothing does.</summary>
    internal static List<string> Differences(string left, string right)
    {
        var report = NetVerifier.Compare(Behind(left), "left.py", Behind(right), "right.py", new() { Batches = 1 });
        return [.. report.Diagnostics.Select(finding => finding.ToString())];
    }

    /// <summary>The layer <c>output</c> of a net with a given input of three features.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="data">For each sequence its frames, each of three numbers.</param>
    internal static double[] Output(string layers, params double[][] data) =>
        Run(layers, data).Output("output")!.Value.Array.Data;

    /// <summary>A step of a net with a given input.</summary>
    internal static Evaluation Run(string layers, params double[][] data)
    {
        var config = ConfigReader.Read(NetText.Config(layers), "net.py", [])!.Config;
        var net = NetInference.Run(NetStructure.Read(config), NetSource.Of(config), config);
        var longest = data.Max(row => row.Length / 3);
        var numbers = data.SelectMany(row => row.Concat(Enumerable.Repeat(0.0, (3 * longest) - row.Length)));
        var feed = new Feed(
            new Dictionary<string, NdArray> { ["data"] = new([data.Length, longest, 3], [.. numbers]) },
            new Dictionary<string, ImmutableArray<int>> { ["time"] = [.. data.Select(row => row.Length / 3)] },
            net.Variables()
                .ToDictionary(item => item.Name, item => NdArray.Filled([.. item.Shape], 1), StringComparer.Ordinal)
        );
        var evaluation = NetRun.Run(net, feed, new(IsTraining: true));
        Assert.Equal("", string.Join('\n', evaluation.Diagnostics));
        return evaluation;
    }

    private static string Behind(string layers) =>
        NetText.Config(
            $$"""
            {{Scaled}}
            {{layers}},
            "curved": {"class": "eval", "from": "y", "eval": "tf.tanh(source(0)) + 0.1 * source(0)"},
            "output": {"class": "copy", "from": "y"},
            "loss": {"class": "reduce", "from": "curved", "mode": "sum", "axes": "F", "loss": "as_is"}
            """
        );
}
