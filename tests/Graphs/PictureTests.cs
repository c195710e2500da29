using NetDsl.Emit;
using NetDsl.Tests.Golden;
using Newtonsoft.Json.Linq;
using Xunit;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Graphs;

public sealed class PictureTests
{
    private const string Net = """
        #!rnn.py
        behavior_version = 21
        extern_data = {"data": {"dim": 40}, "classes": {"dim": 9, "sparse": True}}
        network = {
            "enc.ff.up": {"class": "linear", "from": "data", "n_out": 64, "activation": "relu"},
            "enc.ff.down": {"class": "linear", "from": "enc.ff.up", "n_out": 40},
            "enc.add": {"class": "combine", "kind": "add", "from": ["data", "enc.ff.down"]},
            "loop": {"class": "rec", "from": "enc.add", "unit": {
                "state": {"class": "linear", "from": ["data:source", "prev:state"], "n_out": 20},
                "output": {"class": "copy", "from": "state"}}},
            "unused": {"class": "copy", "from": "loop"},
            "output": {"class": "softmax", "from": "loop", "loss": "ce"},
        }

        """;

    [Fact]
    public async Task A_drawing_has_modules_and_loops_as_boxes() =>
        await Verify(Draw(PictureFormat.Svg), extension: "svg");

    [Fact]
    public async Task Graphviz_gets_modules_as_clusters() => await Verify(Draw(PictureFormat.Dot), extension: "dot");

    [Fact]
    public async Task Markdown_gets_modules_as_subgraphs() =>
        await Verify(Draw(PictureFormat.Mermaid), extension: "mermaid");

    [Fact]
    public async Task Programs_get_nodes_and_edges() =>
        await Verify(JObject.Parse(Draw(PictureFormat.Json)).ToString() + "\n", extension: "txt");

    [Fact]
    public async Task Folded_modules_are_one_node() =>
        await Verify(Draw(PictureFormat.Mermaid, depth: 0), extension: "mermaid");

    [Fact]
    public void A_config_without_a_net_is_an_empty_picture()
    {
        var view = NetView.Read("use_tensorflow = True\n", "empty.py").View!;
        foreach (var format in Enum.GetValues<PictureFormat>())
        {
            Assert.NotEmpty(NetPicture.Draw(view, new(format)));
        }
    }

    [Fact]
    public void Every_golden_net_can_be_drawn_in_every_form()
    {
        foreach (var name in GoldenFiles.CaseNames)
        {
            var view = NetView.Read(GoldenFiles.Case(name).Config, $"{name}.py").View!;
            foreach (var format in Enum.GetValues<PictureFormat>())
            {
                Assert.NotEmpty(NetPicture.Draw(view, new(format)));
            }
        }
    }

    [Fact]
    public void Every_random_net_can_be_drawn()
    {
        foreach (var net in GoldenFiles.RandomNets)
        {
            var view = NetView.Read(net.Config, "net.py").View!;
            Assert.NotEmpty(NetPicture.Draw(view, new(PictureFormat.Svg)));
        }
    }

    [Fact]
    public void Nodes_of_one_box_do_not_overlap()
    {
        foreach (var name in GoldenFiles.CaseNames)
        {
            var view = NetView.Read(GoldenFiles.Case(name).Config, $"{name}.py").View!;
            var picture = PictureBuilder.Build(view, new(PictureFormat.Svg));
            var placement = new Placement(picture);
            foreach (var holder in picture.Nodes.Where(node => node.IsOpen))
            {
                foreach (var row in placement.LayoutOf(holder).Rows)
                {
                    var places = row.Where(item => item.Node is not null).Select(item => placement[item]).ToList();
                    Assert.All(
                        places.Zip(places.Skip(1)),
                        pair => Assert.True(pair.First.Left + pair.First.Width < pair.Second.Left, name)
                    );
                }
            }
        }
    }

    [Fact]
    public void What_differs_from_an_older_net_is_marked()
    {
        var old = View(Net.Replace("\"n_out\": 64", "\"n_out\": 32", StringComparison.Ordinal));
        var view = View(Net);

        var json = JObject.Parse(
            NetPicture.Draw(view, new(PictureFormat.Json) { Against = NetDifference.Between(old, view) })
        );

        var changed = json["nodes"]!.Where(node => node["change"] is not null);
        Assert.Equal(["enc.ff.up changed"], changed.Select(node => $"{node["path"]} {node["change"]}"));
    }

    private static string Draw(PictureFormat format, int? depth = null) =>
        NetPicture.Draw(View(Net), new(format) { Depth = depth });

    private static NetView View(string text) => NetView.Read(text, "net.py").View!;
}
