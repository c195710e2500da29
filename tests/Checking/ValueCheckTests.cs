using Xunit;
using static NetDsl.OptionValue;

namespace NetDsl.Tests.Checking;

public sealed class ValueCheckTests
{
    public static TheoryData<string, string, OptionValue, string> Wrong =>
        new()
        {
            { "linear", "n_out", 512.0, "512.0, where RETURNN takes a whole number" },
            { "linear", "n_out", "512", "the text \"512\", where RETURNN takes a whole number" },
            { "linear", "out_dim", 5, "5, where RETURNN takes a dim" },
            { "linear", "dropout", "0.1", "the text \"0.1\", where RETURNN takes a number" },
            { "linear", "target", 3, "3, where RETURNN takes a text or a list (each item a text)" },
            { "linear", "out_type", "int32", "the text \"int32\", where RETURNN takes a dict" },
            { "linear", "L2", List(0.1), "a list of 1, beginning with 0.1, where RETURNN takes a number" },
            { "linear", "name_scope", 1.5, "1.5, where RETURNN takes a text" },
            { "linear", "activation", Dict(("a", 1)), "a dict, where RETURNN takes a text" },
        };

    public static TheoryData<string, OptionValue> Right =>
        new()
        {
            { "dropout", 0 },
            { "dropout", 0.1 },
            { "n_out", 512 },
            { "n_out", None },
            { "activation", None },
            { "activation", false },
            { "target", List("classes") },
            { "target", Tuple("classes") },
            { "out_shape", Dict() },
            { "out_shape", Set() },
            { "forward_weights_init", "glorot_uniform" },
            { "forward_weights_init", "variance_scaling(scale=0.1)" },
            { "forward_weights_init", 0.1 },
            { "forward_weights_init", Dict(("class", "VarianceScaling"), ("scale", 0.1)) },
            { "with_bias", 1 },
            { "reuse_params", Dict(("map", Dict(("W", "a")))) },
            { "state", List(1, 2) },
            { "out_type", Code("f") },
            { "dropout_axis", Dim.Dynamic("time") },
            { "dropout_noise_shape", List(None, 1, None) },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_value_of_the_wrong_type_is_an_error(
        string layerClass,
        string option,
        OptionValue value,
        string text
    ) =>
        Assert.Equal(
            [$"Error ND3025: \"{option}\" of the layer \"x\" is {text}."],
            Checked.Texts(Checked.Layer(layerClass, ("from", "data"), (option, value)))
        );

    [Theory]
    [MemberData(nameof(Right))]
    public void A_value_that_RETURNN_takes_is_no_finding(string option, OptionValue value) =>
        Assert.Empty(Checked.Layer("linear", ("from", "data"), (option, value)));

    [Fact]
    public void A_text_for_a_switch_is_a_warning() =>
        Assert.Equal(
            [
                "Warning ND3025: \"with_bias\" of the layer \"x\" is the text \"False\", where RETURNN takes True or False.",
            ],
            Checked.Texts(Checked.Layer("linear", ("from", "data"), ("with_bias", "False")))
        );

    [Fact]
    public void The_items_of_a_list_are_checked() =>
        Assert.Equal(
            [
                "Error ND3025: \"filter_size\" of the layer \"x\" is a list of 2, beginning with 3, where RETURNN takes a list (each item a whole number or a dim).",
            ],
            Checked.Texts(Checked.Layer("conv", ("from", "data"), ("filter_size", List(3, "3")), ("padding", "same")))
        );

    [Fact]
    public void A_branch_of_a_cond_that_is_only_named_is_an_error() =>
        Assert.Equal(
            ["ND3025", "ND3025"],
            Checked
                .Layer("cond", ("from", List()), ("condition", "c"), ("true_layer", "a"), ("false_layer", "b"))
                .Select(finding => finding.Code)
        );

    [Fact]
    public void A_source_that_is_a_number_is_an_error() =>
        Assert.Equal(["ND3025"], Checked.Layer("copy", ("from", 3)).Select(finding => finding.Code));

    [Fact]
    public void Pairs_of_layer_and_axis_are_sources_of_concat() =>
        Assert.Empty(Checked.Layer("concat", ("from", List(Tuple("a", "T"), Tuple("b", "T")))));

    [Theory]
    [InlineData("reduce", "mode", "maen", "mean")]
    [InlineData("combine", "kind", "subb", "sub")]
    [InlineData("compare", "kind", "graeter", "greater")]
    [InlineData("activation", "activation", "rellu", "relu")]
    [InlineData("pool", "mode", "maxx", "max")]
    [InlineData("pool", "padding", "smae", "same")]
    [InlineData("pad", "mode", "reflct", "reflect")]
    [InlineData("resize", "kind", "liner", "linear")]
    [InlineData("random", "distribution", "nromal", "normal")]
    [InlineData("choice", "input_type", "log_porb", "log_prob")]
    [InlineData("variable_assign", "op", "asign", "assign")]
    [InlineData("cast", "dtype", "flaot32", "float32")]
    [InlineData("rec", "unit", "nativelsmt2", "nativelstm2")]
    [InlineData("linear", "forward_weights_init", "glorot_unifrom", "glorot_uniform")]
    [InlineData("choice", "cheating", "exclusiv", "exclusive")]
    public void A_misspelt_word_is_an_error_that_names_the_nearest(
        string layerClass,
        string option,
        string written,
        string meant
    ) =>
        Assert.Contains(
            $"Error ND3026: \"{option}\" of the layer \"x\" is \"{written}\", which RETURNN does not know. Did you mean \"{meant}\"?",
            Checked.Texts(Checked.Layer(layerClass, (option, written)))
        );

    [Fact]
    public void A_misspelt_class_of_an_initializer_is_an_error_that_names_the_nearest() =>
        Assert.Equal(
            [
                "Error ND3026: \"forward_weights_init\" of the layer \"x\" is \"VarianceScalling\", which RETURNN does not know. Did you mean \"VarianceScaling\"?",
            ],
            Checked.Texts(
                Checked.Layer(
                    "linear",
                    ("from", "a"),
                    ("forward_weights_init", Dict(("class", "VarianceScalling"), ("scale", 0.1)))
                )
            )
        );

    [Fact]
    public void A_word_that_is_none_of_a_short_list_is_an_error_that_names_the_list() =>
        Assert.Equal(
            [
                "Error ND3026: \"mode\" of the layer \"x\" is \"variance\", which RETURNN does not know. Use one of \"max\", \"min\", \"sum\", \"logsumexp\", \"any\", \"all\", \"mean\", \"avg\", \"argmax\", \"argmin\".",
            ],
            Checked.Texts(Checked.Layer("reduce", ("from", "a"), ("axis", "T"), ("mode", "variance")))
        );

    [Fact]
    public void A_word_that_may_be_a_name_of_TensorFlow_is_a_warning() =>
        Assert.Equal(
            [
                "Warning ND3026: \"activation\" of the layer \"x\" is \"my_own_function\", which neither NetDsl nor perhaps RETURNN knows. Check that this version of RETURNN and TensorFlow has it.",
            ],
            Checked.Texts(Checked.Layer("activation", ("from", "a"), ("activation", "my_own_function")))
        );

    [Theory]
    [InlineData("activation", "activation", "2 * sigmoid")]
    [InlineData("activation", "activation", "tf.maximum(x, 0.)")]
    [InlineData("reduce", "mode", "MEAN")]
    [InlineData("conv", "padding", "VALID")]
    [InlineData("rec", "unit", "NativeLstm2")]
    [InlineData("compare", "kind", "<=")]
    public void A_word_in_another_spelling_that_RETURNN_takes_is_no_finding(
        string layerClass,
        string option,
        string text
    ) => Assert.DoesNotContain(Checked.Layer(layerClass, (option, text)), finding => finding.Code == "ND3026");

    [Theory]
    [InlineData("dtyp", "dtype")]
    [InlineData("spase", "sparse")]
    [InlineData("dim_tag", "dim_tags")]
    public void A_word_that_no_tensor_has_is_an_error_that_names_the_nearest(string written, string meant) =>
        Assert.Equal(
            [
                $"Error ND3035: A tensor is not described by \"{written}\", which the layer \"x\" gives. Did you mean \"{meant}\"?",
            ],
            Checked.Texts(Checked.Layer("copy", ("from", "a"), ("out_type", Dict((written, "a")))))
        );

    [Fact]
    public void An_input_is_checked_as_a_tensor() =>
        Assert.Equal(
            [
                "Error ND3035: A tensor is not described by \"shap\", which the input \"data\" gives. Did you mean \"shape\"?",
            ],
            Checked.Texts(Checked.Keys(("extern_data", Dict(("data", Dict(("dim", 40), ("shap", Tuple(None, 40))))))))
        );
}
