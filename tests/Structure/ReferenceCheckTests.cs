using Xunit;

namespace NetDsl.Tests.Structure;

/// <summary>ND1020 to ND1026, ND1029, ND1030.</summary>
public sealed class ReferenceCheckTests
{
    [Theory]
    [InlineData("nothing", "Name a layer that is there, or add it.")]
    [InlineData("encodr", "Did you mean \"encoder\"?")]
    [InlineData("classes", "Did you mean \"data:classes\"?")]
    [InlineData("hidden", "Did you mean \"encoder/hidden\"?")]
    [InlineData("encoder/hiden", "Did you mean \"encoder/hidden\"?")]
    public void A_layer_that_is_not_there_is_an_error(string name, string suggestion) =>
        Assert.EndsWith(
            suggestion,
            Assert.Single(
                StructureOf.Findings(
                    $$"""
                    "output": {"class": "copy", "from": "{{name}}"},
                    "encoder": {"class": "subnetwork", "from": "data", "is_output_layer": True, "subnetwork": {
                      "hidden": {"class": "copy", "from": "data"},
                      "output": {"class": "copy", "from": "hidden"} } },
                    "t": {"class": "copy", "from": "data:classes", "is_output_layer": True},
                    """
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_message_names_layer_option_and_net() =>
        Assert.Equal(
            [
                "Error ND1020 (5): \"from\" of the layer \"sub/output\" names \"a\", but the net inside \"sub\" has no layer \"a\". Did you mean \"base:a\"?",
            ],
            StructureOf.Findings(
                """
                "sub": {"class": "subnetwork", "from": [], "is_output_layer": True, "subnetwork": {
                  "output": {"class": "copy", "from": "a"}}},
                "a": {"class": "copy", "from": ["data", "data:classes"], "is_output_layer": True},
                """
            )
        );

    [Theory]
    [InlineData("base:a", "base:base:a")]
    [InlineData("base:b", "b")]
    [InlineData("prev:a", "base:base:a")]
    public void The_right_number_of_base_is_suggested(string name, string meant) =>
        Assert.EndsWith(
            $"Did you mean \"{meant}\"?",
            StructureOf
                .Findings(
                    $$"""
                    "a": {"class": "copy", "from": "data"},
                    "output": {"class": "rec", "from": "a", "unit": {
                      "output": {"class": "subnetwork", "from": "data:source", "subnetwork": {
                        "b": {"class": "copy", "from": "data"},
                        "output": {"class": "copy", "from": ["b", "{{name}}"]} } } } },
                    """
                )
                .First(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Several_references_to_one_missing_layer_are_one_finding()
    {
        var found = Assert.Single(
            StructureOf.Diagnostics(
                StructureOf.Text(
                    """
                    "output": {"class": "copy", "from": ["nothing", "other", "data", "data:classes"]},
                    "other": {"class": "copy", "from": "nothing"},
                    """
                )
            )
        );

        Assert.Equal((5, 4), (found.Location.Line, Assert.Single(found.Related).Location.Line));
    }

    [Fact]
    public void In_a_layer_that_is_never_built_it_is_a_warning() =>
        Assert.Equal(
            ["Warning ND1020", "Info ND4023"],
            StructureOf.Codes(
                """
                "output": {"class": "copy", "from": "data"},
                "dead": {"class": "copy", "from": "nothing"},
                "t": {"class": "copy", "from": "data:classes", "is_output_layer": True},
                """
            )
        );

    [Fact]
    public void In_a_layer_for_search_alone_it_is_a_warning() =>
        Assert.Equal(
            ["Warning ND1020"],
            StructureOf.Codes(
                """
                "output": {"class": "copy", "from": ["data", "data:classes"]},
                "found": {"class": "decide", "from": "nothing", "only_on_search": True, "is_output_layer": True},
                """
            )
        );

    [Fact]
    public void Code_and_layers_that_code_makes_are_not_complained_of() =>
        Assert.Empty(
            StructureOf.Codes(
                """
                "output": {"class": "copy", "from": f("x")},
                "sub": {"class": "subnetwork", "from": "data", "is_output_layer": True, "subnetwork": make()},
                "t": {"class": "copy", "from": ["sub/anything", "data:classes"], "is_output_layer": True},
                """
            )
        );

    [Fact]
    public void More_base_than_nets_around_is_an_error() =>
        Assert.Equal(
            [
                "Error ND1021 (4): \"from\" of the layer \"output\" names \"base:a\", but there are fewer nets around it than \"base:\" in the name. Did you mean \"a\"?",
            ],
            StructureOf.Findings(
                """
                "output": {"class": "copy", "from": ["base:a", "data:classes"]},
                "a": {"class": "copy", "from": "data", "is_output_layer": True},
                """
            )
        );

    [Theory]
    [InlineData("data", "base:data:data")]
    [InlineData("data:classes", "base:data:classes")]
    public void The_input_of_a_subnetwork_without_sources_is_an_error(string name, string meant) =>
        Assert.Contains(
            $"\"sub\" has no sources, and so its layers have no input. Write \"{meant}\"",
            Assert.Single(
                StructureOf.Findings(
                    $$"""
                    "sub": {"class": "subnetwork", "from": [], "is_output_layer": True, "subnetwork": {
                      "output": {"class": "copy", "from": "{{name}}"} } },
                    "output": {"class": "copy", "from": ["data", "data:classes"]},
                    """
                ),
                found => found.StartsWith("Error ND1022", StringComparison.Ordinal)
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_input_that_extern_data_does_not_have_is_an_error() =>
        Assert.Equal(
            [
                "Error ND1023 (4): \"from\" of the layer \"output\" names \"data:clases\", but there is no \"clases\" in extern_data. Did you mean \"data:classes\"?",
            ],
            StructureOf.Findings(
                """
                "output": {"class": "copy", "from": ["data:clases", "data"]},
                "t": {"class": "copy", "from": "data:classes", "is_output_layer": True},
                """
            )
        );

    [Fact]
    public void The_default_target_of_a_loss_is_looked_for_in_extern_data() =>
        Assert.Equal(
            [
                "Error ND1023 (4): The layer \"output\" reads \"classes\" as its \"target\" by default, but there is no \"classes\" in extern_data. Describe it in extern_data, or name an input that is there.",
            ],
            StructureOf.FindingsOf(
                """
                behavior_version = 21
                extern_data = {"data": {"dim": 5, "shape": (None, 5)}}
                network = {
                "output": {"class": "softmax", "from": "data", "loss": "ce"},
                }
                """
            )
        );

    [Theory]
    [InlineData("prev:output")]
    [InlineData("prev:prev:output")]
    [InlineData("prev:data")]
    [InlineData(":i")]
    public void A_step_of_a_loop_where_none_is_is_an_error(string name) =>
        Assert.Contains(
            "Error ND1024",
            StructureOf.Codes($$""" "output": {"class": "copy", "from": ["data", "data:classes", "{{name}}"]} """)
        );

    [Fact]
    public void A_net_in_a_branch_has_to_leave_it_to_see_the_step_before() =>
        Assert.Contains(
            "Write \"base:\" in front, once for each net up to the loop: \"base:prev:output\".",
            Assert.Single(
                StructureOf.Findings(
                    """
                    "output": {"class": "rec", "from": ["data", "data:classes"], "unit": {
                      "output": {"class": "cond", "from": [], "condition": {"class": "train_flag", "from": []},
                        "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {"output": {"class": "copy", "from": "prev:output"}}},
                        "false_layer": {"class": "copy", "from": "prev:output"}}}},
                    """
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_cycle_is_named_from_layer_to_layer() =>
        Assert.Equal(
            [
                "Error ND1025 (5): The layer \"a\" needs itself: \"a\" reads \"b\" reads \"a\". Break the cycle; values of a step before exist in the unit of a rec layer only.",
            ],
            StructureOf.Findings(
                """
                "output": {"class": "copy", "from": ["a", "data", "data:classes"]},
                "a": {"class": "copy", "from": "b"},
                "b": {"class": "copy", "from": "a"},
                """
            )
        );

    [Fact]
    public void A_cycle_in_a_loop_may_want_the_step_before() =>
        Assert.EndsWith(
            "reads itself. Write \"prev:\" where the value of the step before is meant.",
            Assert.Single(
                StructureOf.Findings(
                    """
                    "output": {"class": "rec", "from": ["data", "data:classes"], "unit": {
                      "output": {"class": "copy", "from": ["data:source", "output"]}}},
                    """
                )
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("\"class\": \"subnetwork\", \"from\": [\"data\", \"data:classes\"], \"subnetwork\"")]
    [InlineData("\"class\": \"rec\", \"from\": [\"data\", \"data:classes\"], \"unit\"")]
    public void A_net_inside_without_output_is_an_error(string layer) =>
        Assert.Contains(
            "Error ND1026 (4): The net inside the layer \"output\" has no layer \"output\". Did you mean \"outptu\" to be \"output\"?",
            StructureOf.Findings($$""" "output": { {{layer}}: {"outptu": {"class": "copy", "from": "data"} } } """)
        );

    [Theory]
    [InlineData("parts/2", "\"parts\" splits in 2. Its parts are \"parts/0\" to \"parts/1\".")]
    [InlineData("a/0", "the layer \"a\" of class \"copy\" has one output only. Write \"a\".")]
    [InlineData(
        "rec/nothing",
        "the net inside \"rec\" has no layer \"nothing\". Name a layer that is there, or add it."
    )]
    [InlineData("rec/dead", "nothing makes RETURNN build \"rec/dead\". Set \"is_output_layer\" on it.")]
    [InlineData(
        "c/one",
        "\"c/false_layer/one\" is no output of its branch. Set \"is_output_layer\" on it in both branches."
    )]
    [InlineData("lstm/h", "the loop \"lstm\" is one cell, whose output is the layer's. Write \"lstm\".")]
    public void A_further_output_that_a_layer_does_not_have_is_an_error(string name, string why) =>
        Assert.EndsWith(
            why,
            Assert.Single(
                StructureOf.Findings(Outputs(name)),
                found => found.StartsWith("Error ND1029", StringComparison.Ordinal)
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("parts/1")]
    [InlineData("rec/state")]
    [InlineData("c/both")]
    public void A_further_output_that_is_there_is_not(string name) =>
        Assert.DoesNotContain("Error ND1029", StructureOf.Codes(Outputs(name)));

    [Fact]
    public void The_step_of_a_loop_outside_of_loops_has_advice_of_its_own() =>
        Assert.Equal(
            [
                "Error ND1024 (4): \"from\" of the layer \"output\" names \":i\", but it is in no loop. \":i\" is the step of a loop: move the layer into the unit of a rec layer, or number the frames by a range_in_axis layer.",
            ],
            StructureOf.Findings("\"output\": {\"class\": \"copy\", \"from\": [\":i\", \"data\", \"data:classes\"]},")
        );

    [Fact]
    public void A_state_that_only_states_read_is_not_there_outside_of_its_loop() =>
        Assert.Equal(
            [
                "Error ND1030 (8): \"from\" of the layer \"output\" names \"rec/s\", but \"rec/s\" stays in the loop, and RETURNN keeps none of its frames. Set \"is_output_layer\" on \"rec/s\".",
            ],
            StructureOf.Findings(State("\"class\": \"copy\"", "\"from\": [\"s\", \"prev:output\"]"))
        );

    [Theory]
    [InlineData("\"class\": \"copy\", \"is_output_layer\": True", "\"from\": [\"s\", \"prev:output\"]")]
    [InlineData("\"class\": \"copy\"", "\"from\": \"s\"")]
    [InlineData("\"class\": \"copy\"", "\"from\": [\"data:source\", \"prev:s\"]")]
    public void A_state_is_there_if_it_is_an_output_or_what_is_taken_out_of_the_loop_reads_it(
        string state,
        string output
    ) => Assert.Empty(StructureOf.Codes(State(state, output)));

    private static string State(string state, string output) =>
        $$"""
            "rec": {"class": "rec", "from": "data", "unit": {
              "s": { {{state}}, "from": ["data:source", "prev:s"], "initial_output": 0},
              "output": {"class": "copy", {{output}} }
              } },
            "output": {"class": "copy", "from": ["rec/s", "data:classes"]},
            """;

    private static string Outputs(string name) =>
        $$"""
            "a": {"class": "copy", "from": "data"},
            "parts": {"class": "split", "from": "a", "num_splits": 2},
            "lstm": {"class": "rec", "from": "a", "unit": "lstm", "n_out": 5},
            "rec": {"class": "rec", "from": "a", "unit": {
              "state": {"class": "copy", "from": "data:source", "is_output_layer": True},
              "dead": {"class": "copy", "from": "state"},
              "output": {"class": "copy", "from": "state"} } },
            "c": {"class": "cond", "from": [], "condition": "flag",
              "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
                "one": {"class": "copy", "from": "base:a", "is_output_layer": True},
                "both": {"class": "copy", "from": "base:a", "is_output_layer": True},
                "output": {"class": "copy", "from": "one"} } },
              "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
                "one": {"class": "copy", "from": "base:a"},
                "both": {"class": "copy", "from": "base:a", "is_output_layer": True},
                "output": {"class": "copy", "from": "one"} } } },
            "flag": {"class": "train_flag"},
            "output": {"class": "copy", "from": ["{{name}}", "data:classes"]},
            """;
}
