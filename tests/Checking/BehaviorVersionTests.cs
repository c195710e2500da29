using Xunit;
using static NetDsl.OptionValue;

namespace NetDsl.Tests.Checking;

/// <summary>What RETURNN takes depends on the behavior version (contract 1.5).</summary>
public sealed class BehaviorVersionTests
{
    [Fact]
    public void Axes_of_a_dot_have_to_be_given_from_version_3_on()
    {
        Assert.Empty(Checked.Layer(2, "dot", ("from", List("a", "b"))));
        Assert.Equal(
            [
                "Error ND3023: The option \"red1\" is missing in the layer \"x\"; \"dot\" cannot do without. Give \"red1\".",
                "Error ND3023: The option \"red2\" is missing in the layer \"x\"; \"dot\" cannot do without. Give \"red2\".",
            ],
            Checked.Texts(Checked.Layer(3, "dot", ("from", List("a", "b"))))
        );
    }

    [Fact]
    public void One_axis_for_both_sources_of_a_dot_is_enough() =>
        Assert.Empty(Checked.Layer(21, "dot", ("from", List("a", "b")), ("reduce", "F")));

    [Fact]
    public void No_axis_is_added_in_a_dot_from_version_3_on()
    {
        var options = new (OptionValue, OptionValue)[]
        {
            ("from", List("a", "b")),
            ("reduce", "F"),
            ("add_var2_if_empty", true),
        };

        Assert.Empty(Checked.Layer(2, "dot", options));
        Assert.Equal(
            [
                "Error ND3036: \"add_var2_if_empty\" of the layer \"x\" is True, which RETURNN refuses from behavior_version 3 on. Write False, or leave it out.",
            ],
            Checked.Texts(Checked.Layer(3, "dot", options))
        );
    }

    [Fact]
    public void Merged_dims_keep_their_order_from_version_6_on()
    {
        var options = new (OptionValue, OptionValue)[]
        {
            ("from", "a"),
            ("axes", List("B", "T")),
            ("keep_order", false),
        };

        Assert.Empty(Checked.Layer(5, "merge_dims", options));
        Assert.Equal(
            [
                "Error ND3036: \"keep_order\" of the layer \"x\" is False, which RETURNN refuses from behavior_version 6 on. Write True, or leave it out.",
            ],
            Checked.Texts(Checked.Layer(6, "merge_dims", options))
        );
    }

    [Theory]
    [InlineData("adam", true)]
    [InlineData("nadam", true)]
    [InlineData("rmsprop", true)]
    [InlineData("rmsprop", 0.9)]
    [InlineData("momentum", 0.9)]
    public void An_optimizer_has_no_key_of_its_own_from_version_2_on(string key, object value)
    {
        OptionValue given = value is bool flag ? flag : (double)value;

        Assert.Empty(Checked.Keys(("behavior_version", 1), (key, given)));
        Assert.Equal(
            [
                $"Error ND3036: \"{key}\" of the config is {(value is bool ? "True" : "0.9")}, which RETURNN refuses from behavior_version 2 on. Write \"optimizer\": {{\"class\": \"{key}\"}}.",
            ],
            Checked.Texts(Checked.Keys(("behavior_version", 2), (key, given)))
        );
    }

    [Fact]
    public void Beside_an_optimizer_the_old_keys_are_no_finding() =>
        Assert.Empty(
            Checked.Keys(
                ("behavior_version", 21),
                ("momentum", 0.9),
                ("adam", false),
                ("optimizer", Dict(("class", "momentum")))
            )
        );

    [Fact]
    public void Switched_off_the_old_keys_are_no_finding() =>
        Assert.Empty(Checked.Keys(("behavior_version", 21), ("momentum", 0), ("adam", false)));
}
