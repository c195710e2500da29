using System.Text.RegularExpressions;
using NetDsl.Emit;
using NetDsl.Layers;
using Xunit;

namespace NetDsl.Tests.Graphs;

public sealed class PageTests
{
    private const string Helpers = """
        const all = name => [...document.querySelectorAll(`#world g[data-id]`)].filter(g => g.getAttribute('aria-label').startsWith(name + ','));
        const press = (key, on = document) => on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        const count = () => document.querySelectorAll('#world g[data-id]').length;

        """;

    private const string Dark = "--blink-settings=preferredColorScheme=0";

    private static readonly string page = Draw("conformer_hybrid");

    [ChromiumFact]
    public void A_page_opens_without_a_complaint()
    {
        var (result, complaints) = Browser.Run(page, Helpers + "return { nodes: count(), title: document.title };");

        Assert.Empty(complaints);
        Assert.Equal("conformer_hybrid", result.Value<string>("title"));
        Assert.InRange(result.Value<int>("nodes"), 20, 64);
    }

    [ChromiumFact]
    public void Modules_fold_and_unfold()
    {
        var (result, complaints) = Browser.Run(
            page,
            Helpers
                + """
                const before = count();
                const toggle = () => document.querySelector('#world g.node[aria-expanded="false"] .toggle');
                toggle().dispatchEvent(new MouseEvent('click', { bubbles: true }));
                const more = count();
                document.getElementById('fold').click();
                return { before, more, folded: count() };
                """
        );

        Assert.Empty(complaints);
        Assert.True(result.Value<int>("more") > result.Value<int>("before"));
        Assert.True(result.Value<int>("folded") < result.Value<int>("before"));
    }

    [ChromiumFact]
    public void The_whole_net_unfolds_level_by_level()
    {
        var (result, complaints) = Browser.Run(
            page,
            Helpers + "for (let i = 0; i < 6; i++) document.getElementById('unfold').click(); return count();"
        );

        Assert.Empty(complaints);
        Assert.True((int)result > 282);
    }

    [ChromiumFact]
    public void What_is_too_long_for_the_window_is_fitted_so_that_it_can_be_read()
    {
        var (result, _) = Browser.Run(
            page,
            "for (let i = 0; i < 6; i++) document.getElementById('unfold').click(); document.getElementById('fit').click();"
                + "return +document.getElementById('world').getAttribute('transform').match(/scale.([0-9.]+)/)[1];"
        );

        Assert.InRange((double)result, 0.35, 1.2);
    }

    [ChromiumFact]
    public void A_layer_is_found_by_its_name_wherever_it_is_folded()
    {
        var (result, complaints) = Browser.Run(
            page,
            Helpers
                + """
                const search = document.getElementById('search');
                search.value = 'blocks.11 depthwise';
                search.dispatchEvent(new Event('input'));
                const hits = document.querySelectorAll('#hits li').length;
                press('Enter', search);
                return { hits, panel: document.getElementById('panel').innerText, shown: all('depthwise').length };
                """
        );

        Assert.Empty(complaints);
        Assert.Equal((1, 1), (result.Value<int>("hits"), result.Value<int>("shown")));
        Assert.Contains("encoder.blocks.11.conv.depthwise", result.Value<string>("panel"), StringComparison.Ordinal);
        Assert.Contains("[32, 1, 512]", result.Value<string>("panel"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void Keys_alone_lead_from_layer_to_layer()
    {
        var (result, complaints) = Browser.Run(
            page,
            Helpers
                + """
                press('ArrowDown');
                const first = document.activeElement.getAttribute('aria-label');
                press('ArrowDown');
                const next = document.activeElement.getAttribute('aria-label');
                press('ArrowUp');
                return { first, next, back: document.activeElement.getAttribute('aria-label') };
                """
        );

        Assert.Empty(complaints);
        Assert.NotEqual(result.Value<string>("first"), result.Value<string>("next"));
        Assert.Equal(result.Value<string>("first"), result.Value<string>("back"));
    }

    [ChromiumFact]
    public void A_page_can_be_photographed()
    {
        var image = Browser.Screenshot(page);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], image[..4]);
        Assert.True(image.Length > 20_000);
    }

    [ChromiumFact]
    public void A_page_is_dark_where_all_is_dark()
    {
        const string Ground = "return getComputedStyle(document.body).backgroundColor;";

        var (light, _) = Browser.Run(page, Ground);
        var (dark, complaints) = Browser.Run(page, Ground, Dark);

        Assert.Empty(complaints);
        Assert.True(Brightness((string)light!) > 600, (string)light!);
        Assert.True(Brightness((string)dark!) < 150, (string)dark!);
        Assert.NotEqual(Browser.Screenshot(page), Browser.Screenshot(page, Dark));
    }

    [ChromiumFact]
    public void A_net_of_a_thousand_layers_is_shown_as_a_whole_and_searched()
    {
        var (result, complaints) = Browser.Run(
            NetPicture.Draw(LargeNet(), new(PictureFormat.Html)),
            Helpers
                + """
                const first = count();
                for (let i = 0; i < 6; i++) document.getElementById('unfold').click();
                const search = document.getElementById('search');
                search.value = 'blocks.47 depthwise';
                search.dispatchEvent(new Event('input'));
                press('Enter', search);
                const box = document.querySelector('#world g.chosen').getBoundingClientRect();
                return { first, all: count(), isSeen: box.top > 0 && box.bottom < innerHeight && box.height > 10 };
                """
        );

        Assert.Empty(complaints);
        Assert.InRange(result.Value<int>("first"), 10, 100);
        Assert.True(result.Value<int>("all") > 1062);
        Assert.True(result.Value<bool>("isSeen"));
    }

    [ChromiumFact]
    public void The_page_puts_all_where_the_drawing_has_it()
    {
        var view = NetView.Read(Config("Attention_lstm_model=attention_lstm_train"), "net.py").View!;
        var picture = PictureBuilder.Build(view, new(PictureFormat.Svg));
        var placement = new Placement(picture);
        var drawn = picture
            .Nodes.Where(node => node.IsOpen)
            .SelectMany(node => placement.LayoutOf(node).Rows.SelectMany(row => row))
            .Where(item => item.Node is not null)
            .ToDictionary(item => item.Node!.Id, item => placement[item]);

        var (result, _) = Browser.Run(
            NetPicture.Draw(view, new(PictureFormat.Html)),
            Helpers
                + """
                for (let i = 0; i < 8; i++) document.getElementById('unfold').click();
                return [...document.querySelectorAll('#world g[data-id]')].map(g => {
                    const shape = g.querySelector('rect.shape'), place = g.transform.baseVal[0].matrix;
                    return [+g.dataset.id, place.e, place.f, shape.width.baseVal.value, shape.height.baseVal.value];
                });
                """
        );

        Assert.Equal(drawn.Count, result.Count());
        foreach (var place in result.Select(place => place.Values<double>().ToArray()))
        {
            var (left, top, width, height) = drawn[(int)place[0]];
            Assert.Equal([left, top, width, height], place[1..], (a, b) => Math.Abs(a - b) < 0.01);
        }
    }

    [Fact]
    public void A_page_refers_to_nothing_outside()
    {
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(src|href)\s*=|@import|url\(\s*['""]?(?!#)|fetch\(|XMLHttpRequest|WebSocket", page);
        Assert.All(
            Regex.Matches(page, @"\w+://[^\s""'`<]*"),
            address => Assert.Equal("http://www.w3.org/2000/svg", address.Value)
        );
    }

    [Fact]
    public void No_name_of_a_layer_gets_into_the_page_as_code()
    {
        const string Net = """
            #!rnn.py
            network = {"</script><script>alert(1)//{{script}}": {"class": "copy", "from": "data"}, "output": {"class": "copy", "from": "</script><script>alert(1)//{{script}}"}}
            """;

        var drawn = NetPicture.Draw(NetView.Read(Net, "<b>.py").View!, new(PictureFormat.Html));

        Assert.DoesNotContain("<script>alert", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>.", drawn, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(drawn, "'use strict'"));
    }

    private static string Draw(string example) =>
        NetPicture.Draw(
            NetView.Read(Config($"Conformer_hybrid_model={example}"), $"{example}.py").View!,
            new(PictureFormat.Html)
        );

    private static string Config(string example) =>
        File.ReadAllText(
            Repository.RepositoryFiles.FullPath("snapshots", $"ExampleSnapshots.{example}_form=Python.verified.py")
        );

    private static NetView LargeNet()
    {
        var net = new Net("large");
        var data = net.Input("data", [Dim.Batch, Dim.Dynamic("time"), Dim.Feature("features", 80)]);
        var encoder = new ConformerEncoder(
            Dim.Feature("model", 512),
            blocks: 48,
            front: new([new(Dim.Feature("channels", 32)) { Strides = (3, 2) }])
        );
        net.Output(net.Add("encoder", encoder).Call(data));
        return NetView.Of(ConfigEmitter.Emit(net, new EmitOptions()));
    }

    private static int Brightness(string color) =>
        Regex
            .Matches(color, "[0-9]+")
            .Take(3)
            .Sum(c => int.Parse(c.Value, System.Globalization.CultureInfo.InvariantCulture));
}
