using System.Text.RegularExpressions;
using NetDsl.Layers;
using NetDsl.Reference;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Reference;

/// <summary>Of each class that is computed, each option is read, harmless for a reason, or refused: none is passed over in silence.</summary>
public sealed partial class OptionLawTests
{
    private static readonly string[] evaluating =
    [
        "src/Reference/Layers",
        "src/Reference/Evaluation",
        "src/Layers/Inference",
        "src/Emit/Structure",
    ];

    private static readonly List<(string Class, ILayerEvaluator Evaluator)> classes =
    [
        .. Catalog
            .Returnn.Layers.Keys.Order(StringComparer.Ordinal)
            .Select(name => (name, LayerEvaluators.Find(name)!))
            .Where(item => item.Item2 is not null),
    ];

    public static TheoryData<string> Classes => [.. classes.Select(item => item.Class)];

    [Theory]
    [MemberData(nameof(Classes))]
    public void An_option_that_is_refused_is_named_with_its_layer(string layerClass)
    {
        var evaluator = LayerEvaluators.Find(layerClass)!;
        foreach (var option in OptionsOf(layerClass))
        {
            var layer = new NetDsl.Emit.NetLayer(
                "output",
                new(NetDsl.Emit.ScopeKind.Root, null, ""),
                OptionValue.Dict(("class", layerClass), (option, "something"))
            );
            var isRefused = KnownOptions.StandingOf(option, evaluator) == OptionStanding.Refused;
            Assert.Equal(isRefused ? option : null, KnownOptions.Refused(layer, evaluator));
        }
    }

    [Fact]
    public void What_an_evaluator_reads_is_an_option_of_a_class_that_it_computes()
    {
        var known = classes
            .GroupBy(item => item.Evaluator.GetType(), item => OptionsOf(item.Class))
            .ToDictionary(group => group.Key, group => group.SelectMany(option => option).ToHashSet());
        Findings.None([
            .. classes
                .SelectMany(item => item.Evaluator.Options.Select(option => (item.Evaluator, Option: option)))
                .Where(item => !known[item.Evaluator.GetType()].Contains(item.Option))
                .Select(item => $"{item.Evaluator.GetType().Name}: {item.Option}")
                .Distinct(),
        ]);
    }

    [Fact]
    public void What_an_evaluator_claims_to_read_is_read()
    {
        // By itself, or by what infers the dims of the class.
        var code = string.Concat(
            evaluating
                .SelectMany(folder =>
                    Directory.EnumerateFiles(RepositoryFiles.FullPath(folder), "*.cs", SearchOption.AllDirectories)
                )
                .Select(file => Claims().Replace(File.ReadAllText(file), ""))
        );

        Findings.None([
            .. classes
                .SelectMany(item => item.Evaluator.Options)
                .Distinct()
                .Where(option => !code.Contains($"\"{option}\"", StringComparison.Ordinal)),
        ]);
    }

    [Fact]
    public void What_changes_no_number_is_not_read() =>
        Assert.Empty(NeutralOptions.Names.Intersect(classes.SelectMany(item => item.Evaluator.Options)));

    [Fact]
    public void What_changes_no_number_is_an_option_that_RETURNN_has() =>
        Assert.Empty(NeutralOptions.Names.Except(Catalog.Returnn.Layers.Keys.SelectMany(OptionsOf)));

    [Fact]
    public Task The_options_that_are_refused_are_those_that_are_known_to_be() =>
        Verifier.Verify(
            string.Join(
                '\n',
                classes
                    .Select(item => (item.Class, Options: RefusedOf(item.Class, item.Evaluator)))
                    .Where(item => item.Options.Count > 0)
                    .Select(item => $"{item.Class}: {string.Join(", ", item.Options)}")
                    .Prepend($"all: {string.Join(", ", RefusedOfAll())}")
            ) + "\n",
            "txt"
        );

    private static List<string> RefusedOf(string layerClass, ILayerEvaluator evaluator) =>
        [
            .. Catalog
                .Returnn.Layers[layerClass]
                .Options.Names.Where(option => KnownOptions.StandingOf(option, evaluator) == OptionStanding.Refused)
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> RefusedOfAll() =>
        Catalog
            .Returnn.CommonOptions.Names.Where(option =>
                KnownOptions.StandingOf(option, LayerEvaluators.Find("copy")!) == OptionStanding.Refused
            )
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> OptionsOf(string layerClass) =>
        Catalog.Returnn.Layers[layerClass].Options.Names.Concat(Catalog.Returnn.CommonOptions.Names).Distinct();

    [GeneratedRegex(@"Options \{ get; \} =\s*\[.*?\];", RegexOptions.Singleline)]
    private static partial Regex Claims();
}
