using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Tests.Repository;

namespace NetDsl.Tests.Checking;

/// <summary>A name that many configs use, with its place in a config.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">Whose.</param>
/// <param name="Name">The name.</param>
internal sealed record CommonName(string Kind, string Owner, string Name)
{
    private static readonly string[] openKeys = ["class", "from"];

    /// <summary>The names of the list.</summary>
    public static IEnumerable<CommonName> All() =>
        File.ReadLines(RepositoryFiles.FullPath("tests", "Checking", "common_names.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' '))
            .Select(words => new CommonName(words[0], words[1], words[2]));

    /// <summary>A config that is right but for this word in the place of the name.</summary>
    public string Config(string word) =>
        Kind switch
        {
            "key" => $"{{\"{word}\": true}}",
            "class" => Layer($"'class': '{word}', 'from': 'data'"),
            "layer" when Name == "class" => Layer($"'{word}': '{Owner}', 'from': 'data'"),
            "layer" => Layer($"'class': '{Owner}', '{word}': None"),
            "loss" => Layer($"'class': 'softmax', 'from': 'data', 'loss': '{word}'"),
            "loss_opts" => Layer(
                $"'class': 'softmax', 'from': 'a', 'loss': '{Owner}', 'loss_opts': {{'{word}': None}}"
            ),
            "word" when Owner == "task" => $"task = '{word}'",
            "word" => Layer($"'class': '{Owner.Split('/')[0]}', '{Owner.Split('/')[1]}': '{word}'"),
            "axis" => Layer($"'class': 'reduce', 'mode': 'sum', 'from': 'data', 'axis': '{word}'"),
            "dataset" => $"train = {{'class': '{word}'}}",
            "dataset_opts" => $"train = {{'class': '{Owner}', '{word}': None}}",
            "optimizer" => $"optimizer = {{'class': '{word}'}}",
            "optimizer_opts" => $"optimizer = {{'class': '{Owner}', '{word}': None}}",
            "tensor" => $"extern_data = {{'data': {{'version': 1, '{word}': None}}}}",
            _ => throw new InvalidOperationException(Kind),
        };

    /// <summary>Whether RETURNN takes the word in this place, too.</summary>
    public bool IsKnown(string word)
    {
        var catalog = Catalog.Returnn;
        return Kind switch
        {
            "key" => catalog.Keys.ContainsKey(word),
            "class" => catalog.Layers.ContainsKey(word),
            "layer" => openKeys.Contains(word)
                || catalog.TryGetOption(catalog.Layers[Owner], word, out _)
                || Catalog.ReservedOptions.Contains(word),
            "loss" => catalog.Losses.ContainsKey(word),
            "loss_opts" => catalog.Losses[Owner].Options.TryGet(word, out _),
            "word" when Owner == "task" => catalog.Keys["task"].Words!.Knows(word),
            "word" => catalog.TryGetOption(catalog.Layers[Owner.Split('/')[0]], Owner.Split('/')[1], out var option)
                && option.Words!.Knows(word),
            "axis" => AxisWords.Knows(word),
            "dataset" => catalog.Datasets.ContainsKey(word),
            "dataset_opts" => catalog.Datasets[Owner].Options.TryGet(word, out _),
            "optimizer" => catalog.Optimizers.ContainsKey(word.ToLowerInvariant()),
            "optimizer_opts" => catalog.Optimizers[Owner].Options.TryGet(word, out _),
            "tensor" => catalog.DataOptions.TryGet(word, out _),
            _ => throw new InvalidOperationException(Kind),
        };
    }

    /// <summary>What is said of the word.</summary>
    public Diagnostic? Finding(string word) =>
        ConfigChecker
            .Check(Config(word), Kind == "key" ? "typo.json" : "typo.py")
            .Diagnostics.FirstOrDefault(finding =>
                finding.Message.Contains($"\"{word}\"", StringComparison.Ordinal)
                || finding.Suggestion?.EndsWith($"by \"{word}\"?", StringComparison.Ordinal) is true
            );

    private static string Layer(string options) => $"network = {{'x': {{{options}}}}}";
}
