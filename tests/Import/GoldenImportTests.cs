using NetDsl.Emit;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Golden.Python;
using Xunit;

namespace NetDsl.Tests.Import;

/// <summary>What RETURNN ran is read, and read as the strict reader of the golden files reads it.</summary>
public sealed class GoldenImportTests
{
    public static TheoryData<string> Texts =>
        [
            .. GoldenFiles.CaseNames.Select(name => $"cases/{name}"),
            .. GoldenFiles.JsonCaseNames.Select(name => $"cases_json/{name}"),
            .. GoldenFiles.EquivalenceNames.SelectMany(name =>
                new[] { $"equivalences/{name}/fused", $"equivalences/{name}/blocks" }
            ),
            "train_12ax.py",
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_golden_config_has_a_net(string golden) => Assert.NotEmpty(Read(golden).Config.Network);

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_golden_config_is_data_throughout(string golden) =>
        Assert.DoesNotContain(
            "<",
            ValueText.Of(Read(golden).Config).Replace("<lambda", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_golden_config_comes_back_when_it_is_written(string golden)
    {
        var imported = Read(golden);
        var back = Reread(imported.Config, imported.Format);

        Assert.Equal(ValueText.Of(imported.Config), ValueText.Of(back));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_golden_config_holds_what_the_strict_reader_finds(string golden)
    {
        var text = TextOf(golden);
        var strict = text.StartsWith('{') ? JsonNet.Parse(text) : PythonConfig.Parse(text);
        var imported = Read(golden);

        Assert.Equal(
            strict
                .Assignments.Select(item => $"{item.Name} = {PythonText.Of(item.Value, strict)}")
                .Order(StringComparer.Ordinal),
            imported
                .Config.Entries.Select(entry => $"{entry.Key} = {StrictText.Of(entry.Value)}")
                .Concat(imported.Dims.Select(dim => $"{dim.Name} = {StrictText.Of(dim.Dim)}"))
                .Order(StringComparer.Ordinal)
        );
    }

    private static ImportedConfig Read(string golden) =>
        TextOf(golden) is ['{', ..] json ? Imported.Json(json) : Imported.Python(TextOf(golden));

    private static Config Reread(Config config, ConfigFormat format)
    {
        var diagnostics = new List<Diagnostic>();
        var text = ConfigWriter.Write(config, new WriteOptions(format, null, null, Header: true), diagnostics);
        Assert.Empty(diagnostics);
        return (format == ConfigFormat.Json ? Imported.Json(text) : Imported.Python(text)).Config;
    }

    internal static string TextOf(string golden) =>
        golden.Split('/') switch
        {
            ["cases", var name] => GoldenFiles.Case(name).Config,
            ["cases_json", var name] => GoldenFiles.JsonCase(name).Config,
            ["equivalences", var name, "fused"] => GoldenFiles.Equivalence(name).FusedConfig,
            ["equivalences", var name, "blocks"] => GoldenFiles.Equivalence(name).BlocksConfig,
            _ => GoldenFiles.TrainingConfig(),
        };
}
