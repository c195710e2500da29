using CsCheck;
using NetDsl.Emit;
using NetDsl.Tests.Comparing;
using Xunit;

namespace NetDsl.Tests.Hashing;

public sealed class ConfigHashTests
{
    private static readonly Gen<(int Net, int Layer, int Choice)> places = Gen.Select(
        Gen.Int[0, ComparedNets.All.Length - 1],
        Gen.Int[0, 10_000],
        Gen.Int[0, 10_000]
    );

    public static TheoryData<string> Rewrites => [.. NeutralRewrites.All.Keys];

    [Theory]
    [MemberData(nameof(Rewrites))]
    public void The_digest_does_not_depend_on(string rewrite)
    {
        foreach (var (name, text) in ComparedNets.All)
        {
            var rewritten = NeutralRewrites.All[rewrite](text);
            Assert.True(Hash(text) == Hash(rewritten), $"{name}\n{rewritten}");
        }
    }

    [Fact]
    public void The_digest_changes_with_every_option() =>
        Check((editor, layer, choice) => editor.Set(layer.Name, $"option_{choice}", 3));

    [Fact]
    public void The_digest_changes_with_the_class() =>
        Check((editor, layer, _) => editor.Set(layer.Name, "class", layer.ClassName == "copy" ? "identity" : "copy"));

    [Fact]
    public void The_digest_changes_with_the_sources() =>
        Check(
            (editor, layer, choice) =>
            {
                var others = editor.Layers.Where(other => other.Name != layer.Name).ToList();
                var source = others.Count == 0 ? "data:somewhere" : others[choice % others.Count].Name;
                var before = layer.Options["from"];
                editor.Set(layer.Name, "from", before == source ? "data:somewhere" : source);
            }
        );

    [Fact]
    public void The_digest_changes_with_a_layer_in_between() =>
        Check(
            (editor, layer, _) =>
            {
                if (editor.IsPlain(layer) && editor.ReadersOf(layer).FirstOrDefault() is { } reader)
                {
                    var added = OptionValue.Dict(("class", "copy"), ("from", layer.Name));
                    editor.Insert("added_layer", added, reader.Name, layer.Name);
                }
                else
                {
                    editor.Set(layer.Name, "trainable", "another");
                }
            }
        );

    [Fact]
    public void The_digest_keeps_to_names_of_variables()
    {
        var named = """
            network = {"a": {"class": "linear", "from": "data:data", "n_out": 3}, "output": {"class": "copy", "from": "a"}}
            """;

        Assert.NotEqual(Hash(Config(named)), Hash(Config(named.Replace("\"a\"", "\"b\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_digest_does_not_depend_on_names_that_reach_no_checkpoint()
    {
        var named = """
            network = {"a": {"class": "copy", "from": "data:data"}, "output": {"class": "copy", "from": "a"}}
            """;

        Assert.Equal(Hash(Config(named)), Hash(Config(named.Replace("\"a\"", "\"b\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_digest_keeps_to_names_that_settings_speak_of()
    {
        var named = """
            network = {"a": {"class": "copy", "from": "data:data"}, "output": {"class": "copy", "from": "a"}}
            """;
        string With(string name) =>
            Hash(
                Config(
                    named.Replace("\"a\"", $"\"{name}\"", StringComparison.Ordinal) + "\nforward_output_layer = \"a\""
                )
            );

        Assert.NotEqual(With("a"), With("b"));
    }

    [Theory]
    [InlineData("learning_rate = 0.1")]
    [InlineData("def get_network(epoch):\n    return network\n")]
    [InlineData("print(network)")]
    public void The_digest_changes_with(string addition)
    {
        var config = Config("network = {\"output\": {\"class\": \"copy\", \"from\": \"data:data\"}}");

        Assert.NotEqual(Hash(config), Hash($"{config}\n{addition}"));
    }

    [Fact]
    public void Two_dims_of_one_size_are_not_taken_for_each_other()
    {
        string With(string dim) =>
            $$$"""
                #!rnn.py
                from returnn.tensor import Dim, batch_dim
                behavior_version = 21
                a_dim = Dim(3, name="a")
                b_dim = Dim(3, name="b")
                extern_data = {"data": {"dim_tags": (batch_dim, a_dim, b_dim)}}
                network = {"output": {"class": "reduce", "mode": "max", "axis": {{{dim}}}, "from": "data:data"}}
                """;

        Assert.NotEqual(Hash(With("a_dim")), Hash(With("b_dim")));
    }

    private static void Check(Action<NetEditor, NetLayer, int> edit) =>
        places.Sample(
            place =>
            {
                var (name, text) = ComparedNets.All[place.Net];
                var editor = new NetEditor(text);
                var layer = editor.Layers[place.Layer % editor.Layers.Count];
                edit(editor, layer, place.Choice);
                Assert.True(Hash(text) != Hash(editor.Text()), $"{name}: {layer}");
            },
            iter: 60
        );

    private static string Config(string net) =>
        $$$"""
            #!rnn.py
            behavior_version = 21
            extern_data = {"data": {"dim": 3}}
            {{{net}}}
            """;

    private static string Hash(string text) => ConfigHash.Of(NetView.Read(text, "net.py").View!).Whole;
}
