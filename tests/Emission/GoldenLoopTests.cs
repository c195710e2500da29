using NetDsl.Tests.Golden;
using NetDsl.Tests.Inference;
using NetDsl.Tests.Repository;
using NetDsl.Tests.Translation;
using Xunit;

namespace NetDsl.Tests.Emitting;

/// <summary>Loops written with <c>Loop</c> and <c>Decode</c> beside the nets that RETURNN ran.</summary>
public sealed class GoldenLoopTests
{
    [Theory]
    [InlineData("rec_unstack_loop")]
    [InlineData("rec_two_states")]
    [InlineData("rec_subnet")]
    [InlineData("rec_cond_inside")]
    public void A_loop_makes_the_variables_that_RETURNN_reported(string name) =>
        Assert.Equal(VariablesOf(GoldenFiles.Case(name).Parameters), VariablesOf(GoldenLoops.Of(name)));

    [Theory]
    [InlineData("rec_unstack_loop", "y")]
    [InlineData("rec_two_states", "y both")]
    [InlineData("rec_subnet", "y")]
    [InlineData("rec_cond_inside", "y")]
    public void A_loop_yields_the_dims_that_RETURNN_reported(string name, string layers)
    {
        var golden = GoldenFiles.Case(name);
        var ours = InferredConfig.Of(Emitted.Text(GoldenLoops.Of(name), Form.Python));

        Assert.All(layers.Split(' '), layer => Assert.Equal(Sizes(golden.Layers[layer]), Sizes(ours.Layer(layer)!)));
    }

    [Theory]
    [InlineData("rec_unstack_loop", "loop/acc")]
    [InlineData("rec_two_states", "y/ema y/peak")]
    [InlineData("rec_cond_inside", "y/output")]
    public void What_a_step_computes_has_the_options_that_RETURNN_ran(string name, string layers)
    {
        var golden = NetSummary.OfPython(GoldenFiles.Case(name).Config);
        var ours = Emitted.Summary(GoldenLoops.Of(name));

        // The first value is a layer of ours, a number of theirs; formulas are spelled in their own way.
        string[] free = ["initial_output", "n_out", "eval", "from", "is_output_layer"];
        Findings.None(
            from layer in layers.Split(' ')
            from option in golden[layer].Options
            where !free.Contains(option.Key)
            let found = ours[layer].Options.GetValueOrDefault(option.Key)
            where found != option.Value
            select $"{layer}: {option.Key} is {option.Value}, ours {found}"
        );
    }

    [Theory]
    [InlineData("attention_decoder_train", NetTask.Train)]
    [InlineData("attention_decoder_search", NetTask.Search)]
    public void A_decoder_has_at_most_a_tenth_more_layers_than_the_one_written_by_hand(string name, NetTask task)
    {
        // The golden net scales its input by a parameter first: two layers that are not the decoder's.
        var golden = NetSummary.OfPython(GoldenFiles.Case(name).Config).Layers.Count - 2;
        var ours = Emitted.Summary(DecoderNet.Build(task)).Layers.Count;

        Assert.InRange(ours, 1, golden * 1.1);
    }

    [Theory]
    [InlineData("attention_decoder_train", NetTask.Train)]
    [InlineData("attention_decoder_search", NetTask.Search)]
    public void A_decoder_makes_the_variables_of_the_one_written_by_hand(string name, NetTask task)
    {
        // Another unit of LSTM, of the same sizes; and the input is not scaled.
        var golden = VariablesOf(GoldenFiles.Case(name).Parameters)
            .Where(line => !line.StartsWith("w/param", StringComparison.Ordinal))
            .Select(line =>
                line.Replace("output/rec/", "", StringComparison.Ordinal)
                    .Replace("basic_lstm_cell", "lstm_cell", StringComparison.Ordinal)
            );
        var ours = VariablesOf(DecoderNet.Build(task))
            .Select(line => line.Replace("decoder/", "", StringComparison.Ordinal));

        Assert.Equal(golden.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Training_and_search_of_one_model_make_the_same_variables() =>
        Assert.Equal(VariablesOf(DecoderNet.Build(NetTask.Train)), VariablesOf(DecoderNet.Build(NetTask.Search)));

    private static IEnumerable<string> VariablesOf(IReadOnlyDictionary<string, GoldenParameter> golden) =>
        golden.Select(item => $"{item.Key} [{string.Join(", ", item.Value.Shape)}]").Order(StringComparer.Ordinal);

    private static IEnumerable<string> VariablesOf(Net net) =>
        InferredConfig
            .Of(Emitted.Text(net, Form.Python))
            .Variables()
            .Select(item => $"{item.Key} [{string.Join(", ", item.Value)}]")
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sizes(GoldenLayer layer) =>
        layer.Dims.Select(dim => $"{dim.Kind} {dim.Size?.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
}
