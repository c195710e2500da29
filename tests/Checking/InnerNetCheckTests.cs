using NetDsl.Tests.Writing;
using Xunit;
using static NetDsl.OptionValue;

namespace NetDsl.Tests.Checking;

public sealed class InnerNetCheckTests
{
    private static readonly DictValue wrong = Written.Layer("copyy", ("from", "a"));

    public static TheoryData<string, DictValue> Nests =>
        new()
        {
            { "x/y", Written.Layer("subnetwork", ("from", "a"), ("subnetwork", Dict(("y", wrong)))) },
            { "x/y", Written.Layer("rec", ("from", List()), ("unit", Dict(("y", wrong)))) },
            { "x/unit", Written.Layer("masked_computation", ("from", "a"), ("mask", "m"), ("unit", wrong)) },
            { "x/true_layer", Cond(wrong, Written.Layer("copy", ("from", "a"))) },
            { "x/false_layer", Cond(Written.Layer("copy", ("from", "a")), wrong) },
            {
                "x/true_layer/y",
                Cond(
                    Written.Layer("subnetwork", ("from", List()), ("subnetwork", Dict(("y", wrong)))),
                    Written.Layer("copy", ("from", "a"))
                )
            },
            {
                "x/y/z",
                Written.Layer(
                    "rec",
                    ("from", List()),
                    (
                        "unit",
                        Dict(("y", Written.Layer("subnetwork", ("from", "a"), ("subnetwork", Dict(("z", wrong))))))
                    )
                )
            },
        };

    [Theory]
    [MemberData(nameof(Nests))]
    public void A_layer_inside_another_is_found_with_its_path_and_the_outer_line(string path, DictValue layer) =>
        Assert.Equal(
            [("ND3020", path, Checked.Line)],
            Checked.Layer(layer).Select(finding => (finding.Code, finding.Layer!, finding.Location))
        );

    [Fact]
    public void The_layer_of_a_masked_computation_needs_no_from() =>
        Assert.Empty(
            Checked.Layer(
                "masked_computation",
                ("from", "a"),
                ("mask", "m"),
                ("unit", Written.Layer("linear", ("n_out", 5)))
            )
        );

    [Fact]
    public void A_branch_of_a_cond_needs_a_class() =>
        Assert.Equal(
            ["ND3023"],
            Checked
                .Layer(Cond(Dict(("cllass", "copy"), ("from", "a")), Written.Layer("copy", ("from", "a"))))
                .Select(finding => finding.Code)
        );

    [Fact]
    public void A_branch_of_a_cond_needs_from() =>
        Assert.Equal(
            ["ND3024"],
            Checked
                .Layer(Cond(Written.Layer("copy"), Written.Layer("copy", ("from", "a"))))
                .Select(finding => finding.Code)
        );

    [Fact]
    public void Nets_that_are_nested_without_end_are_checked_to_a_depth()
    {
        DictValue net = Dict(("x", wrong));
        for (var i = 0; i < 20_000; i++)
        {
            net = Dict(("x", Written.Layer("subnetwork", ("from", "a"), ("subnetwork", net))));
        }

        Assert.Empty(Checked.Keys(("behavior_version", 21), ("network", net)));
    }

    private static DictValue Cond(DictValue then, DictValue otherwise) =>
        Written.Layer("cond", ("from", List()), ("condition", "c"), ("true_layer", then), ("false_layer", otherwise));
}
