using System.Text.RegularExpressions;
using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Graphs;

public sealed class PageTests
{
    private const string Helpers = """
        const all = name => [...document.querySelectorAll(`#world g[data-id]`)].filter(g => g.getAttribute('aria-label').startsWith(name + ','));
        const press = (key, on = document) => on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        const count = () => document.querySelectorAll('#world g[data-id]').length;

        """;

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

    private static string Draw(string example)
    {
        var name = $"ExampleSnapshots.Conformer_hybrid_model={example}_form=Python.verified.py";
        var text = File.ReadAllText(Repository.RepositoryFiles.FullPath("snapshots", name));
        return NetPicture.Draw(NetView.Read(text, $"{example}.py").View!, new(PictureFormat.Html));
    }
}
