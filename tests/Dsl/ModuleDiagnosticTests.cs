using NetDsl.Layers;
using Xunit;

namespace NetDsl.Tests.Dsl;

public sealed class ModuleDiagnosticTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim feature = Dim.Feature("in", 9);
    private static readonly Dim hidden = Dim.Feature("hidden", 4);
    private static readonly Dim words = Dim.Feature("words", 11);
    private static readonly Dim tags = Dim.Feature("tags", 5);

    public static TheoryData<string, string, string> Faults =>
        new()
        {
            { "odd gate", "ND2065", "Gating halves in:9, which has no half." },
            { "other gate", "ND2065", "Gating yields in:9, which is not half of hidden:4." },
            {
                "no frames",
                "ND2066",
                "InstanceNorm takes statistics over frames, but its input has the dims [batch, in:9]."
            },
            { "uneven groups", "ND2067", "GroupNorm cannot cut in:9 into 2 groups of one size." },
            {
                "no indices",
                "ND2068",
                "Embedding needs class indices, but its input [batch, time:?, in:9] does not say of which classes."
            },
            { "other classes", "ND2069", "Embedding has vectors for words:11, but its input points into tags:5." },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void An_input_that_a_module_cannot_work_on_is_an_error_at_the_call(string which, string code, string message)
    {
        var net = new Net("net");
        var error = Assert.Throws<ModelException>(() => Record(net, which));
        var found = error.Diagnostics[^1];
        Assert.Equal((code, message), (found.Code, found.Message));
        Assert.Equal("ModuleDiagnosticTests.cs", Path.GetFileName(found.Location.Path));
        Assert.NotNull(found.Suggestion);
    }

    [Fact]
    public void An_epsilon_that_is_none_is_refused() =>
        Assert.All(
            new[] { -1e-6, double.NaN, double.PositiveInfinity },
            epsilon => Assert.Throws<ArgumentOutOfRangeException>(() => new LayerNorm(epsilon: epsilon))
        );

    [Fact]
    public void A_linear_map_without_bias_has_no_initial_value_for_it() =>
        Assert.Throws<ArgumentException>(() => new Linear(hidden, bias: false, biasInit: 0.5));

    private static Tensor Record(Net net, string which) =>
        which switch
        {
            "odd gate" => new Gating().Call(net.Input("data", [Dim.Batch, feature])),
            "other gate" => new Gating(feature).Call(net.Input("data", [Dim.Batch, hidden])),
            "no frames" => new InstanceNorm().Call(net.Input("data", [Dim.Batch, feature])),
            "uneven groups" => new GroupNorm(2).Call(net.Input("data", [Dim.Batch, feature])),
            "no indices" => new Embedding(hidden).Call(net.Input("data", [Dim.Batch, time, feature])),
            _ => new Embedding(hidden, words).Call(net.Input("data", [Dim.Batch, time], sparse: tags)),
        };
}
