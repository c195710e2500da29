using NetDsl.Layers;
using Xunit;
using static NetDsl.OptionValue;

namespace NetDsl.Tests.Checking;

/// <summary>How options name axes (contract 3.7).</summary>
public sealed class AxisCheckTests
{
    /// <summary>Every option of the catalog that names axes by texts.</summary>
    public static TheoryData<string, string> Options
    {
        get
        {
            var options = new TheoryData<string, string>();
            foreach (var (name, layerClass) in Catalog.Returnn.Layers)
            {
                foreach (var option in layerClass.Options.All.Where(TakesTexts))
                {
                    options.Add(name, option.Name);
                }
            }

            return options;
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void A_misspelt_axis_is_an_error_in_every_option_that_names_axes(string layerClass, string option) =>
        Assert.Contains(
            $"Error ND3026: \"{option}\" of the layer \"x\" is \"tiem\", which is no description of an axis. Did you mean \"time\"?",
            Checked.Texts(Checked.Layer(layerClass, (option, Misspelt(layerClass, option))))
        );

    [Theory]
    [InlineData("featrue", "feature")]
    [InlineData("spatail", "spatial")]
    [InlineData("batc", "batch")]
    [InlineData("exept_time", "except_time")]
    [InlineData("stga:time", "stag:time")]
    [InlineData("dmi:40", "dim:40")]
    [InlineData("stag-singel:0:time", "stag-single:0:time")]
    public void A_misspelt_axis_is_an_error_that_names_the_nearest(string written, string meant) =>
        Assert.Equal(
            [
                $"Error ND3026: \"axis\" of the layer \"x\" is \"{written}\", which is no description of an axis. Did you mean \"{meant}\"?",
            ],
            Checked.Texts(Reduce(written))
        );

    [Theory]
    [InlineData("batch")]
    [InlineData("time")]
    [InlineData("feature")]
    [InlineData("spatial")]
    [InlineData("static")]
    [InlineData("dynamic")]
    [InlineData("except_time")]
    [InlineData("spatial_except_time")]
    public void A_slip_in_the_name_of_an_axis_is_answered_with_the_name(string name)
    {
        var axis = new CommonName("axis", "-", name);
        var slips = Typos.Of(name, 20).Where(slip => !axis.IsKnown(slip));

        Assert.All(slips, slip => Assert.Equal($"Did you mean \"{name}\"?", axis.Finding(slip)?.Suggestion));
    }

    [Theory]
    [InlineData("S")]
    [InlineData("x")]
    [InlineData("dim:forty")]
    [InlineData("dim:-1")]
    [InlineData("stag-single:time")]
    [InlineData("spatial:first")]
    public void A_text_that_is_far_from_any_axis_is_an_error_that_says_how_to_name_one(string written) =>
        Assert.Equal(
            [
                $"Error ND3026: \"axis\" of the layer \"x\" is \"{written}\", which is no description of an axis. Use a dim, \"T\", \"F\", \"B\", \"spatial\", \"static\", \"dim:40\" or \"stag:time\".",
            ],
            Checked.Texts(Reduce(written))
        );

    [Theory]
    [InlineData("T")]
    [InlineData("time")]
    [InlineData("Time")]
    [InlineData("t?")]
    [InlineData("BTF")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("non_spatial")]
    [InlineData("spatial_except_time")]
    [InlineData("dim:40")]
    [InlineData("stag:encoder")]
    [InlineData("tag:any thing")]
    [InlineData("stag-single:-1:time")]
    public void An_axis_that_RETURNN_finds_is_no_finding(string written) => Assert.Empty(Reduce(written));

    [Theory]
    [InlineData("spatial:0")]
    [InlineData("S:-1")]
    [InlineData("dyn:0")]
    [InlineData("static:1")]
    [InlineData("except_batch:0")]
    public void An_axis_by_its_order_is_an_error_from_behavior_version_7_on(string written)
    {
        Assert.Empty(Reduce(written, behaviorVersion: 6));
        Assert.Equal(
            [
                $"Error ND3036: \"axis\" of the layer \"x\" is the text \"{written}\", which RETURNN refuses from behavior_version 7 on. Name the axis by its dim, or as \"T\", \"F\" or \"B\".",
            ],
            Checked.Texts(Reduce(written, behaviorVersion: 7))
        );
    }

    [Fact]
    public void An_axis_by_its_number_is_an_error_from_behavior_version_5_on()
    {
        Assert.Empty(Reduce(List(1, -1), behaviorVersion: 4));
        Assert.Equal(["ND3036", "ND3036"], Reduce(List(1, -1), behaviorVersion: 5).Select(finding => finding.Code));
    }

    [Fact]
    public void An_axis_of_a_dot_by_its_number_is_an_error_from_behavior_version_3_on()
    {
        var dot = new (OptionValue, OptionValue)[] { ("from", List("a", "b")), ("red1", -1), ("red2", -2) };

        Assert.Empty(Checked.Layer(2, "dot", dot));
        Assert.Equal(["ND3036", "ND3036"], Checked.Layer(3, "dot", dot).Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("dot", "var1", "auto")]
    [InlineData("squeeze", "axis", "auto")]
    [InlineData("length", "axis", "sparse_dim")]
    [InlineData("range_in_axis", "axis", "sparse_dim")]
    public void A_word_of_the_class_besides_axes_is_no_finding(string layerClass, string option, string word) =>
        Assert.DoesNotContain(Checked.Layer(layerClass, (option, word)), finding => finding.Code == "ND3026");

    [Fact]
    public void A_misspelt_word_of_the_class_is_an_error_that_names_it() =>
        Assert.Contains(
            "Error ND3026: \"axis\" of the layer \"x\" is \"atuo\", which is no description of an axis. Did you mean \"auto\"?",
            Checked.Texts(Checked.Layer("squeeze", ("from", "a"), ("axis", "atuo")))
        );

    [Fact]
    public void Keys_that_are_axes_are_checked() =>
        Assert.Equal(
            [
                "Error ND3026: \"dropout_noise_shape\" of the layer \"x\" is \"tiem\", which is no description of an axis. Did you mean \"time\"?",
            ],
            Checked.Texts(
                Checked.Layer("dropout", ("from", "a"), ("dropout_noise_shape", Dict(("*", None), ("tiem", 1))))
            )
        );

    [Fact]
    public void Values_that_are_axes_are_checked() =>
        Assert.Equal(
            ["ND3026"],
            Checked
                .Layer("reinterpret_data", ("from", "a"), ("set_axes", Dict(("T", "spatail"))))
                .Select(finding => finding.Code)
        );

    [Fact]
    public void New_places_in_a_transpose_are_numbers() =>
        Assert.Empty(Checked.Layer("transpose", ("from", "a"), ("perm", Dict((0, "T"), (1, "B")))));

    [Fact]
    public void The_axes_of_a_concat_stand_with_its_sources() =>
        Assert.Equal(
            [
                "Error ND3026: \"from\" of the layer \"x\" is \"tiem\", which is no description of an axis. Did you mean \"time\"?",
            ],
            Checked.Texts(Checked.Layer("concat", ("from", List(Tuple("a", "T"), Tuple("b", "tiem")))))
        );

    [Theory]
    [InlineData("spatial")]
    [InlineData("F")]
    public void Where_a_new_axis_goes_is_no_axis_that_is_there(string axis) =>
        Assert.Empty(Checked.Layer("expand_dims", ("from", "a"), ("axis", axis)));

    [Fact]
    public void Where_a_new_axis_goes_may_be_a_number() =>
        Assert.Empty(Checked.Layer("expand_dims", ("from", "a"), ("axis", 1)));

    [Fact]
    public void A_misspelt_place_of_a_new_axis_is_an_error_that_names_the_nearest() =>
        Assert.Equal(
            [
                "Error ND3026: \"axis\" of the layer \"x\" is \"spatail\", which RETURNN does not know. Did you mean \"spatial\"?",
            ],
            Checked.Texts(Checked.Layer("expand_dims", ("from", "a"), ("axis", "spatail")))
        );

    private static bool TakesTexts(LayerOption option) =>
        option.Axes.HasFlag(AxisPlaces.Items) && (option.Type.Accepts("tiem") || option.Type.Accepts(List("tiem")));

    private static OptionValue Misspelt(string layerClass, string option) =>
        Catalog.Returnn.TryGetOption(Catalog.Returnn.Layers[layerClass], option, out var known)
        && known.Type.Accepts("tiem")
            ? "tiem"
            : List("tiem");

    private static List<Diagnostic> Reduce(OptionValue axis, int behaviorVersion = 21) =>
        Checked.Layer(behaviorVersion, "reduce", ("from", "a"), ("mode", "sum"), ("axis", axis));
}
