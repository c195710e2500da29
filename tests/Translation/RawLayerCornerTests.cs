using NetDsl.Tests.Emitting;
using Xunit;

namespace NetDsl.Tests.Translation;

/// <summary>Raw layers whose options mean dims of no source.</summary>
public sealed class RawLayerCornerTests
{
    [Fact]
    public void A_layer_without_sources_may_have_an_axis()
    {
        var net = Sample.Of(s =>
            s.Net.Output(Layer.Raw("range_in_axis", [], [s.Time], OptionValue.Dict(("axis", s.Time))), "raw")
        );

        Assert.Equal("time:?", Emitted.Summary(net)["raw"].Options["axis"]);
    }

    [Fact]
    public void A_layer_without_sources_may_have_an_input_dim()
    {
        var net = Sample.Of(s =>
            s.Net.Output(
                Layer.Raw(
                    "constant",
                    [],
                    [s.In],
                    OptionValue.Dict(("value", 1.0), ("shape", OptionValue.List(s.In)), ("in_dim", s.In))
                ),
                "raw"
            )
        );

        Assert.Equal("in:3", Emitted.Summary(net)["raw"].Options["in_dim"]);
    }
}
