using NetDsl.Layers;
using NetDsl.Tests.Inference;
using Xunit;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Modules;

/// <summary>Dims and refusals of features of raw audio.</summary>
public sealed class FeatureTests
{
    private static readonly Dim mel = Dim.Feature("mel", 80);

    [Theory]
    [InlineData(1)]
    [InlineData(null)]
    public void Log_mel_features_have_the_dims_that_RETURNN_finds(int? channels)
    {
        var net = Signals.Inferred(audio => new LogMel(mel).Call(audio).Features, channels);

        Assert.Empty(net.Faults);
        Assert.EndsWith(", mel", net.Dims("log_mel.activation_2"), StringComparison.Ordinal);
    }

    [Fact]
    public void Log_mel_features_have_no_variables() =>
        Assert.Equal(
            ["linear/W [80, 7]", "linear/b [7]"],
            Signals.Inferred(audio => new LogMel(mel).Call(audio).Features).VariableTexts()
        );

    [Fact]
    public void A_frame_is_filled_up_to_a_power_of_2() =>
        Assert.Equal(512, new LogMel(mel, sampleRate: 16_000).FftSize);

    [Fact]
    public void A_frame_fits_into_its_spectrum() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogMel(mel, frameSize: 400, fftSize: 256));

    [Fact]
    public void Features_are_taken_of_one_channel()
    {
        var net = Started(out var audio, Dim.Batch, Dim.Dynamic("samples"), Dim.Feature("channel", 2));
        var line = NextLine();
        var error = Assert.Throws<ModelException>(() => new LogMel(mel).Call(audio));

        Assert.NotNull(net);
        Assert.Equal([("ND2062", line)], error.Diagnostics.Select(found => (found.Code, found.Location.Line)));
    }
}
