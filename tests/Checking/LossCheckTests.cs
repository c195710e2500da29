using Xunit;
using static NetDsl.OptionValue;

namespace NetDsl.Tests.Checking;

public sealed class LossCheckTests
{
    [Theory]
    [InlineData("cee", "ce")]
    [InlineData("as_si", "as_is")]
    [InlineData("bin_cee", "bin_ce")]
    public void An_unknown_loss_is_an_error_that_names_the_nearest(string written, string meant) =>
        Assert.Equal(
            [
                $"Error ND3027: RETURNN has no loss \"{written}\", which the layer \"x\" asks for. Did you mean \"{meant}\"?",
            ],
            Checked.Texts(Checked.Layer("copy", ("from", "a"), ("loss", written)))
        );

    [Theory]
    [InlineData("label_smoothin", "label_smoothing")]
    [InlineData("scael", "scale")]
    public void An_unknown_option_of_a_loss_is_an_error_that_names_the_nearest(string written, string meant) =>
        Assert.Equal(
            [
                $"Error ND3028: The loss \"ce\" takes no option \"{written}\", which the layer \"x\" gives. Did you mean \"{meant}\"?",
            ],
            Checked.Texts(WithOptions("ce", (written, 0.1)))
        );

    [Fact]
    public void An_option_that_RETURNN_passes_itself_is_an_error() =>
        Assert.Equal(["ND3028"], WithOptions("ce", ("base_network", 1)).Select(finding => finding.Code));

    [Fact]
    public void The_type_of_an_option_of_a_loss_is_checked() =>
        Assert.Equal(
            ["Error ND3025: \"scale\" of the loss of the layer \"x\" is the text \"1\", where RETURNN takes a number."],
            Checked.Texts(WithOptions("as_is", ("scale", "1")))
        );

    [Fact]
    public void A_whole_number_as_the_norm_of_a_loss_is_an_error() =>
        Assert.Equal(
            [
                "Error ND3025: \"custom_norm_factor\" of the loss of the layer \"x\" is 2, where RETURNN takes a real number or a function. Write 2.0.",
            ],
            Checked.Texts(WithOptions("ce", ("custom_norm_factor", 2)))
        );

    [Fact]
    public void A_real_number_as_the_norm_of_a_loss_is_no_finding() =>
        Assert.Empty(WithOptions("ce", ("custom_norm_factor", 2.0)));

    [Fact]
    public void A_word_of_an_option_of_a_loss_is_checked() =>
        Assert.Equal(["ND3026"], WithOptions("ce", ("input_type", "logit")).Select(finding => finding.Code));

    [Fact]
    public void A_missing_option_of_a_loss_is_an_error() =>
        Assert.Equal(
            [
                "Error ND3023: The option \"margin\" is missing in the loss of the layer \"x\"; \"triplet_loss\" cannot do without. Give \"margin\".",
            ],
            Checked.Texts(Checked.Layer("copy", ("from", "a"), ("loss", "triplet_loss")))
        );

    [Theory]
    [InlineData("loss_opts")]
    [InlineData("loss_scale")]
    public void Options_of_a_loss_without_a_loss_are_an_error(string option) =>
        Assert.Equal(
            [
                $"Error ND3034: \"{option}\" is given by the layer \"x\", which has no loss. Give \"loss\", or leave \"{option}\" out.",
            ],
            Checked.Texts(
                Checked.Layer("copy", ("from", "a"), (option, option == "loss_scale" ? 0.5 : Dict(("scale", 0.5))))
            )
        );

    [Fact]
    public void A_loss_that_is_switched_off_is_no_finding() =>
        Assert.Empty(Checked.Layer("copy", ("from", "a"), ("loss", None), ("loss_opts", None)));

    private static List<Diagnostic> WithOptions(string loss, params (OptionValue, OptionValue)[] options) =>
        Checked.Layer("copy", ("from", "a"), ("loss", loss), ("loss_opts", Dict(options)));
}
