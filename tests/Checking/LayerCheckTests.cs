using Xunit;
using static NetDsl.OptionValue;

namespace NetDsl.Tests.Checking;

public sealed class LayerCheckTests
{
    [Theory]
    [InlineData("linaer", "linear")]
    [InlineData("combin", "combine")]
    [InlineData("bath_norm", "batch_norm")]
    [InlineData("sofmax", "softmax")]
    [InlineData("Linear", "linear")]
    public void An_unknown_class_is_an_error_that_names_the_nearest(string written, string meant) =>
        Assert.Equal(
            [
                $"Error ND3020: RETURNN has no layer class \"{written}\", which the layer \"x\" asks for. Did you mean \"{meant}\"?",
            ],
            Checked.Texts(Checked.Layer(written, ("from", "data")))
        );

    [Fact]
    public void A_class_that_is_near_none_is_an_error_without_a_guess() =>
        Assert.Equal(
            [
                "Error ND3020: RETURNN has no layer class \"neural_transducer\", which the layer \"x\" asks for. Use the name of a layer class as RETURNN documents it.",
            ],
            Checked.Texts(Checked.Layer("neural_transducer", ("from", "data")))
        );

    [Fact]
    public void An_alias_of_a_class_is_known() =>
        Assert.Empty(Checked.Layer("hidden", ("from", "data"), ("n_out", 5), ("activation", "relu")));

    [Theory]
    [InlineData("n_outt", "n_out")]
    [InlineData("actvation", "activation")]
    [InlineData("droput", "dropout")]
    [InlineData("is_ouput_layer", "is_output_layer")]
    [InlineData("form", "from")]
    public void An_unknown_option_is_an_error_that_names_the_nearest(string written, string meant) =>
        Assert.Equal(
            [
                $"Error ND3021: The layer class \"linear\" takes no option \"{written}\", which the layer \"x\" gives. Did you mean \"{meant}\"?",
            ],
            Checked.Texts(
                Checked.Layer(
                    "linear",
                    [(meant == "from" ? "L2" : "from", meant == "from" ? 0.1 : "data"), (written, "a")]
                )
            )
        );

    [Fact]
    public void An_option_of_other_classes_is_an_error() =>
        Assert.Equal(
            [
                "Error ND3021: The layer class \"dot\" takes no option \"dropout\", which the layer \"x\" gives. Leave it out.",
            ],
            Checked.Texts(
                Checked.Layer("dot", ("from", List("a", "b")), ("reduce", "F"), ("debug", true), ("dropout", 0.1))
            )
        );

    [Fact]
    public void An_option_that_is_given_already_is_not_suggested() =>
        Assert.Equal(
            ["Leave it out."],
            Checked
                .Layer("top_k", ("from", "a"), ("axis", "F"), ("k", 3), ("axiss", "F"))
                .Select(finding => finding.Suggestion)
        );

    [Fact]
    public void A_misspelt_option_that_is_required_is_reported_once() =>
        Assert.Equal(
            ["ND3021"],
            Checked.Layer("reduce", ("from", "a"), ("axis", "T"), ("moed", "mean")).Select(finding => finding.Code)
        );

    [Theory]
    [InlineData("name")]
    [InlineData("network")]
    [InlineData("output")]
    [InlineData("sources")]
    [InlineData("_name")]
    [InlineData("_network")]
    public void An_option_that_RETURNN_fills_in_is_an_error(string option) =>
        Assert.Equal(
            [
                $"Error ND3022: RETURNN sets the option \"{option}\" itself; the layer \"x\" cannot give it. Leave it out.",
            ],
            Checked.Texts(Checked.Layer("copy", ("from", "data"), (option, "a")))
        );

    [Fact]
    public void A_missing_option_is_an_error_that_names_its_words() =>
        Assert.Equal(
            [
                "Error ND3023: The option \"mode\" is missing in the layer \"x\"; \"pool\" cannot do without. Use one of \"max\", \"avg\".",
            ],
            Checked.Texts(Checked.Layer("pool", ("from", "data"), ("pool_size", List(2))))
        );

    [Fact]
    public void A_missing_option_without_words_is_an_error() =>
        Assert.Equal(
            [
                "Error ND3023: The option \"axis\" is missing in the layer \"x\"; \"gather\" cannot do without. Give \"axis\".",
            ],
            Checked.Texts(Checked.Layer("gather", ("from", "data"), ("position", 0)))
        );

    [Fact]
    public void An_option_that_a_behavior_version_asks_for_is_missing_from_then_on()
    {
        var net = Dict(("x", Dict(("class", "batch_norm"), ("from", "data"))));

        Assert.Equal(
            ["ND3023"],
            Checked.Keys(("behavior_version", 12), ("network", net)).Select(finding => finding.Code)
        );
        Assert.Empty(Checked.Keys(("behavior_version", 11), ("network", net)));
    }

    [Fact]
    public void A_layer_without_a_class_is_an_error() =>
        Assert.Equal(
            ["Error ND3023: The option \"class\" is missing in the layer \"x\". Give \"class\"."],
            Checked.Texts(Checked.Layer(Dict(("from", "data"))))
        );

    [Fact]
    public void A_misspelt_class_key_is_named() =>
        Assert.Equal(
            ["Error ND3023: The option \"class\" is missing in the layer \"x\". Did you mean \"class\" by \"calss\"?"],
            Checked.Texts(Checked.Layer(Dict(("calss", "copy"), ("from", "data"))))
        );

    [Theory]
    [InlineData("copy")]
    [InlineData("combine")]
    [InlineData("cond")]
    [InlineData("rec")]
    [InlineData("eval")]
    public void A_layer_that_does_not_say_what_it_reads_is_an_error(string layerClass) =>
        Assert.Contains(
            "Error ND3024: The option \"from\" is missing in the layer \"x\". Name the layers it reads; if there are none, write \"from\": [].",
            Checked.Texts(Checked.Layer(layerClass))
        );

    [Fact]
    public void From_may_be_missing_before_behavior_version_1() =>
        Assert.Empty(Checked.Keys(("network", Dict(("x", Dict(("class", "copy")))))));

    [Theory]
    [InlineData("train_flag")]
    [InlineData("global_train_step")]
    [InlineData("positional_encoding")]
    public void From_may_be_missing_where_a_class_has_its_own(string layerClass) =>
        Assert.Empty(Checked.Layer(layerClass));

    [Fact]
    public void Findings_name_the_layer_and_the_users_line() =>
        Assert.Equal(
            [("x", Checked.Line)],
            Checked.Layer("linaer", ("from", "data")).Select(finding => (finding.Layer!, finding.Location))
        );

    [Fact]
    public void A_layer_that_is_no_dict_is_an_error() =>
        Assert.Equal(
            ["Error ND3025: The layer \"x\" is the text \"copy\", where RETURNN takes a dict."],
            Checked.Texts(Checked.Net(("x", "copy")))
        );

    [Fact]
    public void Keys_for_the_engine_are_no_layers() =>
        Assert.Empty(Checked.Net(("#config", Dict(("batch_size", 5))), ("#repetition", 3)));

    [Fact]
    public void Code_is_not_looked_into() =>
        Assert.Empty(
            Checked.Net(
                ("x", Code("layer()")),
                ("y", Dict(("class", Code("MyLayer")), ("whatever", 1))),
                ("z", Dict(("class", "linear"), ("from", Code("f()")), ("n_out", Code("n")), ("activation", Code("g"))))
            )
        );

    [Fact]
    public void A_long_name_with_a_line_break_stays_on_one_line_of_a_message() =>
        Assert.All(
            Checked.Layer(new string('\n', 5000), ("from", "data")),
            finding =>
            {
                Assert.DoesNotContain('\n', finding.Message);
                Assert.InRange(finding.Message.Length, 1, 400);
            }
        );
}
