using Xunit;

namespace NetDsl.Tests.Structure;

/// <summary>ND1008, ND1027, ND1028, ND304x, ND402x.</summary>
public sealed class NetLintTests
{
    private const string Used = "\"output\": {\"class\": \"copy\", \"from\": [\"data\", \"data:classes\"]},";

    [Theory]
    [InlineData("a-b", "a+b", true)]
    [InlineData("_a", ".95.a", true)]
    [InlineData("a-b", "a_b", false)]
    public void Two_names_that_become_one_scope_share_variables(string first, string second, bool isFound) =>
        Assert.Equal(
            isFound,
            StructureOf
                .Codes(
                    $$"""
                    "{{first}}": {"class": "linear", "from": "data", "n_out": 5, "is_output_layer": True},
                    "{{second}}": {"class": "linear", "from": "data", "n_out": 5, "is_output_layer": True},
                    {{Used}}
                    """
                )
                .Contains("Warning ND1008", StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("\"class\": \"copy\"")]
    [InlineData("\"class\": \"layer_norm\"")]
    [InlineData("\"class\": \"linear\", \"n_out\": 5, \"name_scope\": \"a\"")]
    [InlineData("\"class\": \"linear\", \"n_out\": 5, \"reuse_params\": \"a-b\"")]
    public void A_scope_in_which_nothing_is_shared_by_accident_is_none(string other) =>
        Assert.Empty(
            StructureOf.Codes(
                $$"""
                "a-b": {"class": "linear", "from": "data", "n_out": 5, "is_output_layer": True},
                "a+b": { {{other}}, "from": "data", "is_output_layer": True},
                {{Used}}
                """
            )
        );

    [Theory]
    [InlineData("a/b", "Error ND1027")]
    [InlineData("output/b", "Warning ND1027")]
    [InlineData("none", "Warning ND1027")]
    [InlineData("base:x", "Warning ND1027")]
    [InlineData("a#b", "Error ND1028")]
    [InlineData("ä", "Error ND1028")]
    public void A_name_that_nobody_can_say_or_TensorFlow_refuses(string name, string code) =>
        Assert.Equal(
            [code],
            StructureOf.Codes($$"""{{Used}} "{{name}}": {"class": "copy", "from": "data", "is_output_layer": True} """)
        );

    [Theory]
    [InlineData("a/b", false)]
    [InlineData("/a", false)]
    [InlineData("", false)]
    [InlineData("a b", true)]
    [InlineData("a/", true)]
    public void A_name_scope_is_taken_as_it_stands(string scope, bool isFound) =>
        Assert.Equal(
            isFound ? ["Error ND1028"] : [],
            StructureOf.Codes(
                $$"""{{Used}} "a": {"class": "copy", "from": "data", "name_scope": "{{scope}}", "is_output_layer": True} """
            )
        );

    [Fact]
    public void Flat_construction_ends_badly_with_a_net_inside() =>
        Assert.Equal(
            [
                "Error ND3040 (2): With \"flat_net_construction\" RETURNN fails at nets inside of layers, or never comes to an end; \"output\" has one. Leave it out; a long chain is built piece by piece if a layer whose name sorts first names layers along it in its \"control_dependencies\".",
            ],
            StructureOf.FindingsOf(
                """
                behavior_version = 21
                flat_net_construction = True
                network = {
                "output": {"class": "subnetwork", "from": "data", "subnetwork": {"output": {"class": "copy", "from": "data"}}},
                }
                """
            )
        );

    [Theory]
    [InlineData(150, "", "")]
    [InlineData(151, "", "Warning ND3041")]
    [InlineData(200, "", "Error ND3041")]
    [InlineData(200, "import sys; sys.setrecursionlimit(3000)", "")]
    [InlineData(200, "flat_net_construction = True", "")]
    public void A_chain_that_is_too_long_for_Python(int layers, string line, string code) =>
        Assert.Equal(code, string.Join(" ", StructureOf.CodesOf(Chain(layers, line, ""))));

    [Fact]
    public void A_layer_that_sorts_first_lets_a_long_chain_be_built_piece_by_piece() =>
        Assert.Empty(
            StructureOf.CodesOf(
                Chain(
                    200,
                    "",
                    """
                    "0_zero": {"class": "constant", "value": 0},
                    "0_order": {"class": "identity", "from": "0_zero", "control_dependencies": ["l60", "l120"], "is_output_layer": True},
                    """
                )
            )
        );

    private static string Chain(int layers, string line, string more) =>
        $$"""
            behavior_version = 21
            {{line}}
            network = {
            {{more}}
            "output": {"class": "copy", "from": "l{{layers - 2}}"},
            {{string.Join(
                "\n",
                Enumerable
                    .Range(0, layers - 1)
                    .Select(i => $"\"l{i}\": {{\"class\": \"copy\", \"from\": \"{(i == 0 ? "data" : $"l{i - 1}")}\"}},")
            )}}
            }
            """;

    [Theory]
    [InlineData("\"class\": \"linear\", \"n_out\": 5, \"dropout\": 1.0", "Error ND3042")]
    [InlineData("\"class\": \"linear\", \"n_out\": 5, \"dropout\": -0.1", "Error ND3042")]
    [InlineData("\"class\": \"linear\", \"n_out\": 5, \"dropout\": 0.9", "")]
    [InlineData("\"class\": \"linear\", \"n_out\": 5, \"dropout\": 0", "")]
    [InlineData("\"class\": \"unheard_of\", \"dropout\": 2", "")]
    [InlineData("\"class\": \"copy\", \"loss\": \"as_is\", \"loss_opts\": {\"scale\": 0}", "Info ND4025")]
    [InlineData("\"class\": \"copy\", \"loss\": \"as_is\", \"loss_scale\": 0.0", "Info ND4025")]
    [InlineData("\"class\": \"copy\", \"loss\": \"as_is\", \"loss_opts\": {\"scale\": 0.1}", "")]
    [InlineData("\"class\": \"batch_norm\"", "")]
    [InlineData(
        "\"class\": \"linear\", \"n_out\": 5, \"reuse_params\": {\"map\": {\"w\": \"output\"}}",
        "Warning ND4027"
    )]
    [InlineData(
        "\"class\": \"linear\", \"n_out\": 5, \"reuse_params\": {\"map\": {\"W\": \"output\", \"b\": None}}",
        ""
    )]
    [InlineData(
        "\"class\": \"linear\", \"n_out\": 5, \"reuse_params\": {\"map\": {\"W\": {\"laye_output\": \"output\"}, \"b\": None}}",
        "Error ND3021"
    )]
    [InlineData(
        "\"class\": \"linear\", \"n_out\": 5, \"reuse_params\": {\"auto_create_mising\": True, \"map\": {}}",
        "Error ND3021"
    )]
    public void What_a_value_of_an_option_does(string layer, string code) =>
        Assert.Equal(
            code,
            string.Join(
                " ",
                StructureOf.Codes($$"""{{Used}} "a": { {{layer}}, "from": "data", "is_output_layer": True} """)
            )
        );

    [Fact]
    public void Percent_are_no_rate() =>
        Assert.EndsWith(
            "Did you mean 0.1?",
            Assert.Single(
                StructureOf.Findings(
                    $$"""{{Used}} "a": {"class": "linear", "from": "data", "n_out": 5, "dropout": 10, "is_output_layer": True} """
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_batch_norm_of_an_old_version_says_which_options_to_give() =>
        Assert.Equal(
            [
                "Info ND4026 (3): What the layer \"output\" computes depends on the behavior_version, below 12 here, for it leaves out \"momentum\", \"update_sample_only_in_training\", \"delay_sample_update\", \"param_version\". Give these options.",
            ],
            StructureOf.FindingsOf(
                """
                behavior_version = 11
                network = {
                "output": {"class": "batch_norm", "from": "data", "masked_time": True},
                }
                """
            )
        );

    [Theory]
    [InlineData("\"from\": []", "", "Error ND3044")]
    [InlineData("\"from\": \"data\"", "", "")]
    [InlineData("\"from\": [], \"axis\": time", "", "")]
    [InlineData("\"from\": [], \"target\": \"classes\"", "", "")]
    [InlineData("\"from\": [], \"size_target\": \"classes\"", "", "")]
    [InlineData(
        "\"from\": [], \"max_seq_len\": 9",
        "\"end\": {\"class\": \"compare\", \"from\": \"output\", \"value\": 0}",
        ""
    )]
    [InlineData(
        "\"from\": []",
        "\"x\": {\"class\": \"rec_unstack\", \"from\": \"base:output\", \"is_output_layer\": True}",
        ""
    )]
    [InlineData(
        "\"from\": []",
        "\"x\": {\"class\": \"copy\", \"from\": \"data:classes\", \"is_output_layer\": True}",
        ""
    )]
    public void A_loop_has_a_length(string loop, string inner, string code) =>
        Assert.Equal(
            code,
            string.Join(
                " ",
                StructureOf.Codes(
                    $$"""
                    {{Used}}
                    "loop": {"class": "rec", {{loop}}, "is_output_layer": True, "unit": {
                      "output": {"class": "linear", "from": "prev:output", "n_out": 5},
                      {{inner}}
                      } },
                    """
                )
            )
        );

    [Theory]
    [InlineData("v", "")]
    [InlineData("first", "")]
    [InlineData("seen", "")]
    [InlineData("now", "Error ND3043")]
    [InlineData("data", "Error ND3043")]
    public void Only_a_variable_is_assigned(string name, string code) =>
        Assert.Equal(code, string.Join(" ", StructureOf.Codes(Assigned("variable_assign", name))));

    [Fact]
    public void Only_a_variable_is_read() =>
        Assert.Equal(
            [
                "Error ND3043 (8): \"var\" of the layer \"last\" names \"now\", a layer of class \"copy\", where RETURNN needs a variable. Name the layer of class \"variable\" itself.",
            ],
            StructureOf.Findings(Assigned("variable_read", "now"))
        );

    private static string Assigned(string layerClass, string name) =>
        $$"""
            "v": {"class": "variable", "shape": [], "trainable": False},
            "now": {"class": "copy", "from": "v"},
            "first": {"class": "variable_assign", "var": "v", "value": "now"},
            "seen": {"class": "variable_read", "var": "v", "control_dependencies": ["first"]},
            "last": {"class": "{{layerClass}}", "var": "{{name}}"{{(
                layerClass == "variable_read" ? "" : ", \"value\": \"now\""
            )}}},
            "loss": {"class": "identity", "from": ["data", "data:classes"], "loss": "as_is",
              "control_dependencies": ["last", "seen"]},
            """;

    private const string Update = """
        "v": {"class": "variable", "shape": [], "trainable": False},
        "one": {"class": "constant", "value": 1.0},
        "up": {"class": "variable_assign", "var": "v", "value": "one", "op": "add", "is_output_layer": True},
        """;

    [Theory]
    [InlineData("")]
    [InlineData("\"dead\": {\"class\": \"copy\", \"from\": \"up\", \"is_output_layer\": True},")]
    public void An_update_that_no_step_computes_is_a_warning(string more) =>
        Assert.Equal(["Warning ND4020"], StructureOf.Codes(Update + more + Loss("data")));

    [Theory]
    [InlineData("\"l\": {\"class\": \"identity\", \"from\": \"data\", \"control_dependencies\": [\"up\"]},", "l")]
    [InlineData(
        "\"hook\": {\"class\": \"eval\", \"from\": \"up\", \"eval\": \"(self.network.register_post_control_dependencies([source(0)]), source(0))[1]\", \"is_output_layer\": True},",
        "data"
    )]
    [InlineData("\"p\": {\"class\": \"print\", \"from\": \"up\", \"is_output_layer\": True},", "data")]
    [InlineData(
        "\"z\": {\"class\": \"copy\", \"from\": \"up\", \"loss\": \"as_is\", \"loss_opts\": {\"scale\": 0}},",
        "data"
    )]
    public void An_update_that_a_step_computes_is_none(string more, string loss) =>
        Assert.Empty(StructureOf.Codes(Update + more + Loss(loss)));

    [Fact]
    public void An_update_in_a_cond_that_is_not_built_is_one_warning_at_the_cond() =>
        Assert.Equal(
            ["Warning ND4020: The layer \"c\" never changes a variable"],
            StructureOf
                .Diagnostics(
                    StructureOf.Text(
                        """
                        "v": {"class": "variable", "shape": [], "trainable": False},
                        "flag": {"class": "train_flag"},
                        "c": {"class": "cond", "from": [], "condition": "flag",
                          "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
                            "up": {"class": "variable_assign", "var": "base:v", "value": "base:v"},
                            "down": {"class": "variable_assign", "var": "base:v", "value": "base:v"},
                            "output": {"class": "identity", "from": "base:v", "control_dependencies": ["up", "down"]}}},
                          "false_layer": {"class": "copy", "from": "v"}},
                        """ + Loss("data")
                    )
                )
                .Select(found => $"{found.Severity} {found.Code}: {found.Message.Split(':')[0]}")
        );

    private static string Loss(string from) =>
        $$""" "loss": {"class": "reduce", "mode": "mean", "axis": "f", "from": ["{{from}}", "data:classes"], "loss": "as_is"}, """;

    private static string Branches(string layer, string other) =>
        $$"""
            "c": {"class": "cond", "from": [], "condition": {"class": "train_flag"},
              "true_layer": {"class": "subnetwork", "from": "data", "subnetwork": {
                "a": { {{layer}}, "from": "data"},
                "output": {"class": "copy", "from": "a"} } },
              "false_layer": {"class": "subnetwork", "from": "data:classes", "subnetwork": {
                "{{other}}": { {{layer}}, "from": "data"},
                "output": {"class": "copy", "from": "{{other}}"} } } },
            "output": {"class": "copy", "from": "c"},
            """;

    [Theory]
    [InlineData("\"class\": \"linear\", \"n_out\": 5", "a", "Warning ND4021")]
    [InlineData("\"class\": \"linear\", \"n_out\": 5", "b", "")]
    [InlineData("\"class\": \"copy\"", "a", "")]
    public void Namesakes_in_both_branches_share_variables(string layer, string other, string code) =>
        Assert.Equal(code, string.Join(" ", StructureOf.Codes(Branches(layer, other))));

    [Fact]
    public void A_loss_inside_a_branch_is_ignored() =>
        Assert.Equal(
            ["Warning ND4022", "Warning ND4022"],
            StructureOf.Codes(Branches("\"class\": \"copy\", \"loss\": \"as_is\"", "b"))
        );

    [Fact]
    public void A_chain_of_dead_layers_is_one_finding_at_its_end() =>
        Assert.Equal(
            [
                "Info ND4023 (6): RETURNN does not make the layer \"c\": no output or loss needs it. Leave it out, or set \"is_output_layer\".",
            ],
            StructureOf.Findings(
                $$"""
                "a": {"class": "copy", "from": "output"},
                "b": {"class": "copy", "from": "a"},
                "c": {"class": "copy", "from": "b"},
                {{Used}}
                """
            )
        );

    [Fact]
    public void An_input_that_no_layer_reads_is_worth_a_word() =>
        Assert.Equal(
            ["Info ND4024 (2): No layer reads the input \"classes\". Leave it out of extern_data."],
            StructureOf.Findings("\"output\": {\"class\": \"copy\", \"from\": \"data\"}")
        );

    [Fact]
    public void Code_may_read_any_input() =>
        Assert.Empty(StructureOf.Codes("\"output\": {\"class\": \"eval\", \"from\": \"data\", \"eval\": function}"));
}
