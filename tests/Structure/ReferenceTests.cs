using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Structure;

public sealed class ReferenceTests
{
    // The layer x is in the subnetwork sub, in the loop rec.
    private const string Nested = """
        "y": {"class": "copy", "from": "data"},
        "parts": {"class": "split", "from": "y", "num_splits": 2},
        "rec": {"class": "rec", "from": ["y", "parts/0"], "is_output_layer": True, "unit": {
          "state": {"class": "copy", "from": "data:source"},
          "sub": {"class": "subnetwork", "from": "state", "subnetwork": {
            "z": {"class": "copy", "from": "data"},
            "x": {"class": "copy", "from": NAME},
            "output": {"class": "copy", "from": "x"}}},
          "output": {"class": "copy", "from": "sub"}}},
        """;

    [Theory]
    [InlineData("z", "rec/sub/z")]
    [InlineData("base:state", "rec/state")]
    [InlineData("base:sub/z", "rec/sub/z")]
    [InlineData("base:base:y", "y")]
    [InlineData("prev:z", "previous rec/sub/z")]
    [InlineData("base:prev:state", "previous rec/state")]
    [InlineData("prev:base:state", "previous rec/state")]
    [InlineData("data", "data of rec/sub: state")]
    [InlineData("data:data", "data of rec/sub: state")]
    [InlineData("data:classes", "classes in rec")]
    [InlineData("base:data:source", "source of rec: y, parts/0")]
    [InlineData("base:base:data", "input data")]
    [InlineData("base:base:data:classes", "input classes")]
    [InlineData("base:base:data:seq_idx", "input seq_idx")]
    [InlineData("base::i", "index of rec")]
    [InlineData("base:base:parts/1", "parts further 1")]
    [InlineData("base:base:rec/state", "rec further state (rec/state)")]
    [InlineData("nothing", "NoLayer nothing in rec/sub")]
    [InlineData("base:z", "NoLayer z in rec")]
    [InlineData("base:sub/nothing", "NoLayer nothing in rec/sub")]
    [InlineData("base:base:base:y", "NoParent base:y in ")]
    [InlineData("base:base:data:nothing", "NoData nothing in ")]
    [InlineData("base:base:prev:y", "NoLoop prev:y in ")]
    [InlineData(":i", "NoLoop :i in rec/sub")]
    [InlineData("prev:prev:z", "PreviousTwice prev:prev:z in rec/sub")]
    public void A_name_in_a_subnetwork_of_a_loop_stands_for(string name, string target) =>
        Assert.Equal([target], Targets(Nested.Replace("NAME", $"\"{name}\"", StringComparison.Ordinal), "rec/sub/x"));

    [Theory]
    [InlineData("\"from\": []", "data", "NoInput data in sub")]
    [InlineData("\"from\": []", "data:classes", "NoInput classes in sub")]
    [InlineData("\"class\": \"subnetwork\"", "data", "data of sub: data")]
    [InlineData("\"from\": [\"a\", \"b\"]", "data", "data of sub: a, b")]
    [InlineData("\"from\": [\"a\", \"b\"], \"concat_sources\": False", "data", "data of sub: a")]
    [InlineData("\"from\": [\"a\", \"b\"], \"concat_sources\": False", "data:1", "1 of sub: b")]
    [InlineData("\"from\": [\"a\", \"b\"], \"concat_sources\": False", "data:b", "b of sub: b")]
    [InlineData("\"from\": [\"a\", \"b\"], \"concat_sources\": False", "data:classes", "input classes")]
    [InlineData("\"from\": code()", "data", "unknown")]
    public void The_input_of_a_subnetwork_is(string options, string name, string target) =>
        Assert.Equal(
            [target],
            Targets(
                $$"""
                "a": {"class": "copy", "from": "data"},
                "b": {"class": "copy", "from": "data"},
                "sub": {"class": "subnetwork", {{options}}, "subnetwork": {"output": {"class": "copy", "from": "{{name}}"} } },
                """,
                "sub/output"
            )
        );

    [Theory]
    [InlineData("\"from\": \"a\"", "data of m: a")]
    [InlineData("\"from\": []", "input data")]
    [InlineData("\"from\": \"a\", \"masked_from\": \"b\"", "data of m: b")]
    public void The_input_of_a_masked_unit_is(string options, string target) =>
        Assert.Equal(
            [target, "a"],
            Targets(
                $$"""
                "a": {"class": "copy", "from": "data"},
                "b": {"class": "copy", "from": "data"},
                "m": {"class": "masked_computation", {{options}}, "mask": "a", "unit": {"class": "copy", "from": ["data", "a"]} },
                """,
                "m/unit"
            )
        );

    [Fact]
    public void A_branch_sees_the_names_around_the_cond_and_the_net_in_it_needs_base() =>
        Assert.Equal(["a", "a"], Targets(Branches, "c/false_layer").Concat(Targets(Branches, "c/true_layer/output")));

    private const string Branches = """
        "a": {"class": "copy", "from": "data"},
        "c": {"class": "cond", "from": [], "condition": "a",
          "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {"output": {"class": "copy", "from": "base:a"}}},
          "false_layer": {"class": "copy", "from": "a"}},
        """;

    public static TheoryData<string, string> Options =>
        new()
        {
            { "\"class\": \"copy\", \"from\": (\"a\", \"none\", \"b\")", "from 0 a; from 2 b" },
            { "\"class\": \"concat\", \"from\": [(\"a\", \"t\"), (\"b\", \"t\")]", "from 0 a; from 1 b" },
            {
                "\"class\": \"identity\", \"from\": [], \"control_dependencies\": [\"a\", \"b\"]",
                "control_dependencies 0 a; control_dependencies 1 b"
            },
            { "\"class\": \"copy\", \"from\": [], \"initial_output\": \"a\"", "initial_output 0 a" },
            { "\"class\": \"copy\", \"from\": [], \"initial_output\": \"zeros\"", "" },
            {
                "\"class\": \"rnn_cell\", \"from\": [], \"initial_state\": {\"c\": \"a\", \"h\": \"zeros\"}",
                "initial_state/c 0 a"
            },
            { "\"class\": \"copy\", \"from\": [], \"target\": \"layer:a\"", "target 0 a" },
            { "\"class\": \"copy\", \"from\": [], \"target\": \"a\"", "target 0 a" },
            { "\"class\": \"copy\", \"from\": [], \"target\": [\"classes\"]", "target 0 input classes" },
            { "\"class\": \"softmax\", \"from\": [], \"loss\": \"ce\"", "target 0 input classes" },
            {
                "\"class\": \"copy\", \"from\": [], \"loss\": \"as_is\", \"loss_opts\": {\"custom_inv_norm_factor\": \"a\"}",
                "loss_opts/custom_inv_norm_factor 0 a"
            },
            { "\"class\": \"linear\", \"from\": [], \"reuse_params\": \"a\"", "reuse_params 0 a" },
            {
                "\"class\": \"linear\", \"from\": [], \"reuse_params\": {\"reuse_layer\": \"a\", \"map\": {\"W\": {\"layer_output\": \"b\"}, \"b\": None}}",
                "reuse_params/reuse_layer 0 a; reuse_params/map/W/layer_output 0 b"
            },
            { "\"class\": \"pad\", \"from\": [], \"value\": \"a\"", "value 0 a" },
            { "\"class\": \"pad\", \"from\": [], \"value\": 0", "" },
            {
                "\"class\": \"unflatten_nd\", \"from\": [], \"sizes\": \"a\", \"declare_same_sizes_as\": {0: \"b\"}",
                "sizes 0 a; declare_same_sizes_as/ 0 b"
            },
            { "\"class\": \"copy\", \"from\": [f(1), \"a\"]", "from 0 unknown; from 1 a" },
            { "\"class\": \"copy\", \"from\": [], \"state\": {\"h\": [\"a\"]}", "state/h 0 a" },
            { "\"class\": \"constant\", \"value\": \"a\"", "" },
            {
                "\"class\": \"rec\", \"from\": \"a\", \"unit\": \"lstm\", \"max_seq_len\": \"max_len_from('base:b') * 2\"",
                "from 0 a; max_seq_len 0 b"
            },
        };

    [Theory]
    [MemberData(nameof(Options))]
    public void What_a_layer_refers_to_is(string options, string references) =>
        Assert.Equal(
            references,
            string.Join(
                "; ",
                Layer(
                    $$"""
                    "a": {"class": "copy", "from": "data"},
                    "b": {"class": "copy", "from": "data"},
                    "x": { {{options}} },
                    """,
                    "x"
                )
                    .References.Select(reference => $"{reference.Option} {reference.Index} {Describe(reference)}")
            )
        );

    [Fact]
    public void A_layer_of_an_extra_net_reads_its_likes_first() =>
        Assert.Equal(
            ["extra.search:a", "b"],
            Targets(
                """
                "a": {"class": "copy", "from": "data"},
                "extra.search:a": {"class": "copy", "from": "data"},
                "b": {"class": "copy", "from": "data"},
                "extra.search:output": {"class": "combine", "kind": "add", "from": ["a", "b"]},
                """,
                "extra.search:output"
            )
        );

    private static IEnumerable<string> Targets(string layers, string path) =>
        Layer(layers, path).References.Select(Describe);

    private static NetLayer Layer(string layers, string path) =>
        StructureOf.Net(layers).All.Single(layer => layer.Path == path);

    private static string Describe(NetReference reference) =>
        (reference.IsPrevious && reference.Target is not UnresolvedTarget ? "previous " : "")
        + reference.Target switch
        {
            LayerTarget { Layer: var layer } => layer.Path,
            SubLayerTarget { Inner: { } inner } target =>
                $"{target.Layer.Path} further {target.SubLayer} ({inner.Path})",
            SubLayerTarget target => $"{target.Layer.Path} further {target.SubLayer}",
            ExternDataTarget { Loop: { } loop } target => $"{target.Key} in {loop.Path}",
            ExternDataTarget target => $"input {target.Key}",
            ScopeInputTarget target =>
                $"{target.Key} of {target.Scope.Owner!.Path}: {string.Join(", ", target.Sources.Select(source => source.Text))}",
            LoopIndexTarget target => $"index of {target.Loop.Path}",
            UnresolvedTarget target => $"{target.Fault} {target.Name} in {target.Scope.Path}",
            _ => "unknown",
        };
}
