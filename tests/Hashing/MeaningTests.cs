using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Hashing;

/// <summary>Edits of one config of all kinds of layers: those that only spell it otherwise keep its digest, all others change it.</summary>
public sealed class MeaningTests
{
    private const string Config = """"
        #!rnn.py
        import numpy
        use_tensorflow = True
        task = "train"
        train = {"class": "HDFDataset", "files": ["train.hdf"], "seq_ordering": "random"}
        batch_size = 4000
        learning_rate = 0.001
        extern_data = {
            "data": {"dim": 40, "shape": (None, 40)},
            "classes": {"dim": 9, "sparse": True, "shape": (None,)},
        }

        def warp(x):
            return x * 2

        network = {
            "noise": {"class": "eval", "from": "data", "eval": "warp(source(0))"},
            "conv": {"class": "conv", "from": "noise", "n_out": 32, "filter_size": (3,), "padding": "same", "activation": "relu", "with_bias": True, "groups": 1},
            "pool": {"class": "pool", "from": "conv", "mode": "max", "pool_size": [2], "padding": "same"},
            "fw": {"class": "rec", "unit": "nativelstm2", "from": "pool", "n_out": 50, "direction": 1},
            "bw": {"class": "rec", "unit": "nativelstm2", "from": "pool", "n_out": 50, "direction": -1},
            "cat": {"class": "copy", "from": ["fw", "bw"], "dropout": 0.1},
            "sub": {"class": "subnetwork", "from": "cat", "subnetwork": {
                "ff": {"class": "linear", "from": "data", "n_out": 20, "activation": "tanh", "L2": 0.01},
                "kept": {"class": "copy", "from": "ff"},
                "output": {"class": "copy", "from": "kept"},
            }},
            "loop": {"class": "rec", "from": "sub", "unit": {
                "s": {"class": "linear", "from": ["data:source", "prev:s"], "n_out": 20, "activation": "sigmoid"},
                "output": {"class": "combine", "kind": "add", "from": ["s", "data:source"]},
            }},
            "output": {"class": "softmax", "from": "loop", "loss": "ce", "loss_scale": 0.5, "target": "classes"},
            "unused": {"class": "copy", "from": "fw"},
        }

        """";

    /// <summary>What is there, and what is put in its place.</summary>
    public static TheoryData<string, string, string> Neutral =>
        new()
        {
            { "options of a loss that say nothing", "\"loss\": \"ce\"", "\"loss\": \"ce\", \"loss_opts\": {}" },
            { "a comment", "use_tensorflow = True", "use_tensorflow = True  # of course" },
            { "a line of comment", "use_tensorflow", "# as always\nuse_tensorflow" },
            { "blank lines", "network = {", "\n\n\nnetwork = {" },
            { "a comment in a function", "    return x * 2", "    # twice\n    return x * 2" },
            { "a remark behind code", "    return x * 2", "    return x * 2  # twice" },
            { "blank lines in a function", "    return x * 2", "\n    return x * 2\n\n" },
            { "a trailing comma", "\"files\": [\"train.hdf\"]", "\"files\": [\"train.hdf\",]" },
            { "single quotes", "\"nativelstm2\"", "'nativelstm2'" },
            { "three quotes", "\"nativelstm2\"", "'''nativelstm2'''" },
            { "a raw text", "\"nativelstm2\"", "r\"nativelstm2\"" },
            { "a text in two parts", "\"nativelstm2\"", "\"native\" \"lstm2\"" },
            { "an escape", "\"nativelstm2\"", "\"native\\x6cstm2\"" },
            { "another exponent", "0.001", "1e-3" },
            { "a whole number as real", "4000", "4000.0" },
            { "underscores in a number", "4000", "4_000" },
            { "a number in base 16", "\"n_out\": 50", "\"n_out\": 0x32" },
            { "a value with a name", "learning_rate = 0.001", "rate = 0.001\nlearning_rate = rate" },
            { "a value that is computed", "\"n_out\": 50", "\"n_out\": 25 * 2" },
            { "brackets around a value", "\"n_out\": 32", "\"n_out\": (32)" },
            { "a list for a tuple", "(3,)", "[3]" },
            { "a tuple for a list", "[2]", "(2,)" },
            { "a list of one source", "\"from\": \"noise\"", "\"from\": [\"noise\"]" },
            { "a tuple of sources", "[\"fw\", \"bw\"]", "(\"fw\", \"bw\")" },
            { "a source with its key", "\"from\": \"data\", \"eval\"", "\"from\": \"data:data\", \"eval\"" },
            { "a default written out", "\"with_bias\": True", "\"strides\": 1, \"with_bias\": True" },
            { "a default left out", ", \"groups\": 1", "" },
            { "a target that is the default", ", \"target\": \"classes\"", "" },
            {
                "another name of a class",
                "\"class\": \"linear\", \"from\": \"data\"",
                "\"class\": \"hidden\", \"from\": \"data\""
            },
            {
                "options in another order",
                "\"n_out\": 32, \"filter_size\": (3,)",
                "\"filter_size\": (3,), \"n_out\": 32"
            },
            { "keys in another order", "task = \"train\"\n", "" },
            { "an unused layer", "    \"unused\": {\"class\": \"copy\", \"from\": \"fw\"},\n", "" },
            {
                "options of an unused layer",
                "{\"class\": \"copy\", \"from\": \"fw\"}",
                "{\"class\": \"copy\", \"from\": \"bw\"}"
            },
            { "another name of a layer that keeps nothing", "\"noise\"", "\"other_noise\"" },
            { "another name inside", "\"kept\"", "\"equal\"" },
            { "a name of a layer between others", "\"cat\"", "\"both\"" },
            { "line ends of Windows", "\n", "\r\n" },
            { "deeper layout", "    \"", "\t\t\"" },
            { "no blanks", "\": ", "\":" },
            { "an import more that nobody needs", "import numpy", "import numpy\nimport os, sys as system" },
            { "an import less that nobody needs", "import numpy\n", "" },
            { "another name of what nobody needs", "import numpy", "import numpy as np" },
            { "an unused value", "batch_size = 4000", "unused = [1, 2]\nbatch_size = 4000" },
            { "an unused function", "def warp(x):", "def spare(x):\n    return os.environ[x]\n\ndef warp(x):" },
            { "another layout of a function", "(x):\n    return x * 2", "( x, ) :\n  return x*2" },
            { "a text that documents a function", "    return x * 2", "    'Twice.'\n    return x * 2" },
            { "other blanks in a formula", "\"warp(source(0))\"", "\"warp( source(0) )\"" },
        };

    /// <summary>What is there, and what is put in its place.</summary>
    public static TheoryData<string, string, string> Semantic =>
        new()
        {
            { "a size", "\"n_out\": 32", "\"n_out\": 33" },
            { "a rate", "\"dropout\": 0.1", "\"dropout\": 0.2" },
            { "a rate that is gone", ", \"dropout\": 0.1", "" },
            { "a rate that is new", "\"mode\": \"max\"", "\"mode\": \"max\", \"dropout\": 0.1" },
            { "an activation", "\"relu\"", "\"elu\"" },
            {
                "a unit",
                "\"unit\": \"nativelstm2\", \"from\": \"pool\", \"n_out\": 50, \"direction\": 1",
                "\"unit\": \"lstm\", \"from\": \"pool\", \"n_out\": 50, \"direction\": 1"
            },
            { "a direction", "\"direction\": 1", "\"direction\": -1" },
            { "a direction back", "\"direction\": -1", "\"direction\": 1" },
            { "the order of sources", "[\"fw\", \"bw\"]", "[\"bw\", \"fw\"]" },
            { "a source more", "[\"fw\", \"bw\"]", "[\"fw\", \"bw\", \"pool\"]" },
            { "a source less", "[\"fw\", \"bw\"]", "[\"fw\"]" },
            { "another source", "\"from\": \"conv\"", "\"from\": \"noise\"" },
            { "a step less", "\"prev:s\"", "\"s\"" },
            { "a size inside", "\"from\": \"data\", \"n_out\": 20", "\"from\": \"data\", \"n_out\": 21" },
            { "a decay inside", "0.01}", "0.02}" },
            { "a decay inside that is gone", ", \"L2\": 0.01", "" },
            { "an activation in a loop", "\"sigmoid\"", "\"tanh\"" },
            { "a kind", "\"kind\": \"add\"", "\"kind\": \"mul\"" },
            { "a mode", "\"mode\": \"max\"", "\"mode\": \"avg\"" },
            { "a width", "(3,)", "(5,)" },
            {
                "a padding",
                "\"max\", \"pool_size\": [2], \"padding\": \"same\"",
                "\"max\", \"pool_size\": [2], \"padding\": \"valid\""
            },
            { "a stride", "\"pool_size\": [2]", "\"pool_size\": [3]" },
            { "a bias", "\"with_bias\": True", "\"with_bias\": False" },
            { "a formula", "\"warp(source(0))\"", "\"warp(source(0) + 1)\"" },
            { "a class", "\"class\": \"combine\"", "\"class\": \"eval\"" },
            { "a loss", "\"loss\": \"ce\"", "\"loss\": \"bin_ce\"" },
            { "a loss that is gone", "\"loss\": \"ce\", \"loss_scale\": 0.5, ", "" },
            { "the scale of a loss", "\"loss_scale\": 0.5", "\"loss_scale\": 0.6" },
            { "a default of the scale", ", \"loss_scale\": 0.5", "" },
            { "a name in checkpoints", "\"conv\"", "\"convolution\"" },
            { "a name in checkpoints, inside", "\"ff\"", "\"up\"" },
            { "a name in checkpoints, in a loop", "\"s\"", "\"state\"" },
            { "what a function does", "x * 2", "x * 3" },
            { "what is imported", "import numpy", "import layers_of_mine" },
            { "what an import stands for", "def warp(x):\n    return x * 2", "from a import warp" },
            { "a function that RETURNN asks for", "import numpy", "def get_network(epoch):\n    return network\n" },
            { "a value that a formula asks for", "batch_size = 4000", "source = 3\nbatch_size = 4000" },
            { "a comma in a formula", "\"warp(source(0))\"", "\"warp((source(0),))\"" },
            { "the block of a line", "    return x * 2", "    if x:\n        x = 3\n    return x * 2" },
            { "a size of the input", "\"dim\": 40, \"shape\": (None, 40)", "\"dim\": 41, \"shape\": (None, 41)" },
            { "the classes", "\"dim\": 9", "\"dim\": 10" },
            { "a dense target", "\"sparse\": True", "\"sparse\": False" },
            { "a learning rate", "learning_rate = 0.001", "learning_rate = 0.002" },
            { "a batch size", "batch_size = 4000", "batch_size = 5000" },
            { "a file", "\"train.hdf\"", "\"dev.hdf\"" },
            { "a key that is gone", "batch_size = 4000\n", "" },
            {
                "a frozen layer",
                "\"unit\": \"nativelstm2\", \"from\": \"pool\", \"n_out\": 50, \"direction\": 1",
                "\"trainable\": False, \"unit\": \"nativelstm2\", \"from\": \"pool\", \"n_out\": 50, \"direction\": 1"
            },
        };

    [Theory]
    [MemberData(nameof(Neutral))]
    public void The_digest_is_the_same_with(string what, string old, string @new)
    {
        Assert.Contains(old, Config, StringComparison.Ordinal);
        var after = Config.Replace(old, @new, StringComparison.Ordinal);
        if (what == "keys in another order")
        {
            after += "task = \"train\"\n";
        }

        Assert.Equal(Hash(Config), Hash(after));
        Assert.Empty(
            NetDifference
                .Between(View(Config), View(after))
                .Edits.Where(e => e.Kind != EditKind.Renamed && !IsOfUnused(e))
        );
    }

    [Theory]
    [MemberData(nameof(Semantic))]
    public void The_digest_changes_with(string what, string old, string @new)
    {
        Assert.Contains(old, Config, StringComparison.Ordinal);
        var after = Config.Replace(old, @new, StringComparison.Ordinal);

        Assert.True(Hash(Config) != Hash(after), what);
        Assert.NotEmpty(NetDifference.Between(View(Config), View(after)).Edits);
    }

    [Fact]
    public void The_digest_changes_with_the_block_of_a_line()
    {
        const string Inside = "    if x:\n        x = 3\n        return 4\n";
        const string Outside = "    if x:\n        x = 3\n    return 4\n";
        var config = Config.Replace("    return x * 2\n", Inside, StringComparison.Ordinal);

        Assert.NotEqual(Hash(config), Hash(config.Replace(Inside, Outside, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_digest_does_not_depend_on_a_name_for_the_net()
    {
        var named = Config.Replace("network = {", "my_net = {", StringComparison.Ordinal) + "network = my_net\n";

        Assert.Equal(Hash(Config), Hash(named));
        Assert.Empty(NetDifference.Between(View(Config), View(named)).Edits);
    }

    [Fact]
    public void The_digest_does_not_depend_on_how_the_size_of_a_dim_is_computed()
    {
        string With(string size) =>
            $$$"""
                #!rnn.py
                from returnn.tensor import Dim, batch_dim
                heads = 5
                size_dim = Dim({{{size}}}, name="size")
                extern_data = {"data": {"dim_tags": (batch_dim, size_dim)}}
                network = {"output": {"class": "reduce", "mode": "max", "axis": size_dim, "from": "data:data"}}
                """;

        Assert.Equal(Hash(With("50")), Hash(With("5 * 10")));
        Assert.Equal(Hash(With("50")), Hash(With("(heads * (12 - 2))")));
        Assert.NotEqual(Hash(With("50")), Hash(With("heads * 11")));
    }

    [Fact]
    public void A_config_in_json_has_the_digest_of_the_same_in_python()
    {
        const string Net =
            """{"use_tensorflow": true, "extern_data": {"data": {"dim": 40, "available_for_inference": true}}, "network": {"output": {"class": "linear", "from": "data", "n_out": 3, "activation": null}}}""";
        const string Python = """
            #!rnn.py
            use_tensorflow = True
            extern_data = {"data": {"dim": 40, "available_for_inference": True}}
            network = {"output": {"class": "linear", "from": "data", "n_out": 3, "activation": None}}
            """;

        Assert.Equal(Hash(Python), ConfigHash.Of(NetView.Read(Net, "net.json").View!).Whole);
    }

    private static bool IsOfUnused(NetEdit edit) => (edit.New ?? edit.Old) == "unused";

    private static NetView View(string text) => NetView.Read(text, "net.py").View!;

    private static string Hash(string text) => ConfigHash.Of(View(text)).Whole;
}
