using System.Security.Cryptography;
using System.Text.RegularExpressions;
using NetDsl.Layers;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Checking;

public sealed partial class CatalogTests
{
    private static readonly string[] facts = ["src", "Layers", "Catalog", "Facts"];

    [Fact]
    public void The_facts_are_those_that_were_introspected()
    {
        var noted = Row()
            .Matches(File.ReadAllText(RepositoryFiles.FullPath([.. facts, "README.md"])))
            .Select(row => (File: row.Groups[1].Value, Hash: row.Groups[2].Value))
            .ToList();

        Assert.Equal(5, noted.Count);
        Findings.None(noted.Where(row => HashOf(row.File) != row.Hash).Select(row => $"{row.File} was changed"));
    }

    [Fact]
    public void Every_mend_has_its_reason() =>
        Findings.None(
            Overlay.Read().Mends.Where(mend => mend.Value.Reason is not { Length: > 3 }).Select(mend => mend.Key)
        );

    [Fact]
    public void Every_mend_is_of_something_that_is_among_the_facts_or_added_to_them() =>
        Findings.None(Overlay.Read().Mends.Keys.Where(place => !Exists(place)));

    [Fact]
    public void Every_list_of_words_is_used()
    {
        var overlay = Overlay.Read();

        Findings.None(overlay.Words.Keys.Except(overlay.Mends.Values.Select(mend => mend.Words ?? "")));
    }

    [Fact]
    public void All_of_the_facts_is_read() =>
        Assert.Equal(
            (152, 19, 49, 54, 290),
            (
                Catalog.Returnn.Layers.Count,
                Catalog.Returnn.Losses.Count,
                Catalog.Returnn.Optimizers.Count,
                Catalog.Returnn.Datasets.Count,
                Catalog.Returnn.Keys.Count
            )
        );

    [Fact]
    public void An_alias_is_the_class_it_stands_for() =>
        Assert.Same(Catalog.Returnn.Layers["linear"], Catalog.Returnn.Layers["hidden"]);

    [Fact]
    public void What_an_option_must_be_is_read() =>
        Assert.Equal(
            ["filter_size", "padding"],
            Catalog.Returnn.Layers["conv"].Options.Required.Select(option => option.Name).Order()
        );

    [Fact]
    public void A_mend_of_one_class_goes_before_a_mend_of_all()
    {
        Catalog.Returnn.Layers["choice"].Options.TryGet("target", out var own);
        Catalog.Returnn.CommonOptions.TryGet("target", out var common);

        Assert.Equal((true, false), (own!.Type.Accepts(true), common!.Type.Accepts(true)));
    }

    [Fact]
    public void Threads_that_ask_at_once_get_the_same()
    {
        var asked = new LayerClass[8];

        Parallel.For(0, asked.Length, i => asked[i] = Catalog.Returnn.Layers["rec"]);

        Assert.All(asked, layerClass => Assert.Same(asked[0], layerClass));
    }

    private static bool Exists(string place)
    {
        var parts = place.Split('/');
        var catalog = Catalog.Returnn;
        return parts switch
        {
            ["layers", "*", var option] => catalog.Layers.Values.Any(layer => layer.Options.TryGet(option, out _))
                || catalog.CommonOptions.TryGet(option, out _),
            ["layers", var name] => catalog.Layers.ContainsKey(name),
            ["layers", var name, var option] => catalog.Layers[name].Options.TryGet(option, out _),
            ["common", var option] => catalog.CommonOptions.TryGet(option, out _),
            ["losses", "*", "base_network"] or ["optimizers", "*", "learning_rate"] => true,
            ["losses", var name, var option] => catalog.Losses[name].Options.TryGet(option, out _),
            ["optimizers", "*", var option] => catalog.Optimizers["adam"].Options.TryGet(option, out _),
            ["optimizers", var name, var option] => catalog.Optimizers[name].Options.TryGet(option, out _),
            ["datasets", var name, var option] => catalog.Datasets[name].Options.TryGet(option, out _),
            ["keys", var key] => catalog.Keys.ContainsKey(key),
            ["data", var option] => catalog.DataOptions.TryGet(option, out _),
            _ => false,
        };
    }

    // Line ends are LF in the repository, whatever git wrote on this machine.
    private static string HashOf(string file)
    {
        var text = File.ReadAllText(RepositoryFiles.FullPath([.. facts, file]));
        var bytes = System.Text.Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    [GeneratedRegex(@"^\| `(\w+\.json)` \| `([0-9a-f]{64})` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
