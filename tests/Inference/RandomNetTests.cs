using NetDsl.Tests.Golden;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>700 random nets, judged as RETURNN judged them.</summary>
public sealed class RandomNetTests
{
    private static readonly IReadOnlyList<GoldenNet> nets = GoldenFiles.RandomNets;

    // What is wrong before there are dims.
    private static readonly IReadOnlyList<string> otherReasons =
    [
        "unknown layer class",
        "unexpected keyword argument",
        "LayerNotFound",
        "SyntaxError",
        "unknown kind",
        "masked_time should be specified explicitly",
    ];

    [Fact]
    public void Nothing_is_said_against_a_net_that_RETURNN_builds() =>
        Findings.None(
            Built().SelectMany(net => Of(net).Faults.Select(fault => $"{net.Number}: {fault.Code} {fault.Message}"))
        );

    [Fact]
    public void Every_layer_has_the_dims_that_RETURNN_found() =>
        Findings.None(
            Built().SelectMany(net => Agreement.OfLayers(Of(net), net.Layers).Select(text => $"{net.Number}: {text}"))
        );

    [Fact]
    public void Every_layer_is_inferred() =>
        Findings.None(
            Built().SelectMany(net => Agreement.Missing(Of(net), net.Layers).Select(text => $"{net.Number}: {text}"))
        );

    [Fact]
    public void Every_variable_is_there_with_its_shape() =>
        Findings.None(
            Built()
                .SelectMany(net =>
                    Agreement.OfVariables(Of(net).Variables(), net.Parameters).Select(text => $"{net.Number}: {text}")
                )
        );

    [Fact]
    public void Every_axis_is_as_long_as_RETURNN_made_it() =>
        Findings.None(
            Built()
                .SelectMany(net =>
                    Agreement.OfLengths(Of(net), net.InputLengths, net.Lengths).Select(text => $"{net.Number}: {text}")
                )
        );

    [Fact]
    public void A_net_that_RETURNN_refuses_for_its_dims_is_refused() =>
        Findings.None(
            nets.Where(net =>
                    net.Status == "rejected" && !otherReasons.Any(net.Error.Contains) && !Of(net).Faults.Any()
                )
                .Select(net => $"{net.Number}: {net.Error}")
        );

    private static IEnumerable<GoldenNet> Built() => nets.Where(net => net.IsBuilt);

    private static InferredConfig Of(GoldenNet net) => InferredConfig.Of(net.Config);
}
