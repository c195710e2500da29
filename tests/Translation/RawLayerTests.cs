using NetDsl.Tests.Emitting;
using NetDsl.Tests.Golden;
using Xunit;

namespace NetDsl.Tests.Translation;

/// <summary>Layers given by class name: options as they are, with names for tensors and axes for dims.</summary>
public sealed class RawLayerTests
{
    [Fact]
    public void One_source_is_a_name() => Assert.Equal("\"data:data\"", Raw(s => ([s.Data], [])).Options["from"]);

    [Fact]
    public void Several_sources_are_a_list() =>
        Assert.Equal(
            "[\"data:data\", \"data:data\"]",
            Raw("combine", s => ([s.Data, s.Data], s.Data.Dims, [("kind", "add")])).Options["from"]
        );

    [Fact]
    public void No_source_is_an_empty_list() =>
        Assert.Equal(
            "[]",
            Raw("constant", s => ([], [s.In], [("value", 1.0), ("shape", OptionValue.List(s.In))])).Options["from"]
        );

    [Fact]
    public void A_tensor_in_a_nested_option_is_a_name() =>
        Assert.Equal(
            "{\"map\": {\"W\": {\"layer_output\": \"data:data\"}}}",
            Raw(s => ([s.Data], [("reuse_params", OptionValue.Dict(("map", Bound("W", s.Data))))])).Options[
                "reuse_params"
            ]
        );

    [Fact]
    public void A_dim_is_written_as_it_is() =>
        Assert.Equal(
            "(in:3, time:?)",
            Raw(s => ([s.Data], [("dropout_axis", OptionValue.Tuple(s.In, s.Time))])).Options["dropout_axis"]
        );

    [Fact]
    public void The_scope_of_its_variables_may_be_given() =>
        Assert.Equal("\"/shared\"", Raw(s => ([s.Data], [("name_scope", "/shared")])).Options["name_scope"]);

    [Fact]
    public void Options_keep_their_order()
    {
        var text = Emitted.Text(Net(s => ([s.Data], [("dropout_on_forward", true), ("dropout", 0.1)])));

        Assert.Contains("\"dropout_on_forward\": True, \"dropout\": 0.1", text, StringComparison.Ordinal);
    }

    private static DictValue Bound(string parameter, Tensor tensor) =>
        OptionValue.Dict((parameter, OptionValue.Dict(("layer_output", tensor))));

    private static LayerSummary Raw(Func<Sample, (Tensor[] Sources, (OptionValue, OptionValue)[] Options)> record) =>
        Emitted.Summary(Net(record))["raw"];

    private static LayerSummary Raw(
        string layerClass,
        Func<Sample, (Tensor[] Sources, Shape Dims, (OptionValue, OptionValue)[] Options)> record
    ) =>
        Emitted.Summary(
            Sample.Of(sample =>
            {
                var (sources, dims, options) = record(sample);
                sample.Net.Output(Layer.Raw(layerClass, sources, dims, OptionValue.Dict(options)), "raw");
            })
        )["raw"];

    private static Net Net(Func<Sample, (Tensor[] Sources, (OptionValue, OptionValue)[] Options)> record) =>
        Sample.Of(sample =>
        {
            var (sources, options) = record(sample);
            sample.Net.Output(Layer.Raw("copy", sources, sample.Data.Dims, OptionValue.Dict(options)), "raw");
        });
}
