using NetDsl.Cli;
using NetDsl.Emit;
using NetDsl.Tests.Cli;
using Xunit;

namespace NetDsl.Tests.Import;

/// <summary>A config becomes a C# model, and that emits the same config.</summary>
[Collection("Console")]
public sealed class ImportedModelTests : CliFixture
{
    public static TheoryData<string> Texts => GoldenImportTests.Texts;

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_golden_config_comes_back_from_its_model(string golden)
    {
        var text = GoldenImportTests.TextOf(golden);
        var format = text.StartsWith('{') ? ConfigFormat.Json : ConfigFormat.Python;

        Assert.Equal(KeysSorted(text), KeysSorted(ThroughModel(text, format)));
    }

    private static string KeysSorted(string text) => ValueText.Of(SortedKeys.Of(Parse(text).Config));

    private static ImportedConfig Parse(string text) =>
        text.StartsWith('{') ? Imported.Json(text) : Imported.Python(text);

    private string ThroughModel(string text, ConfigFormat format)
    {
        var path = format == ConfigFormat.Json ? "test.json" : "test.py";
        var model = ConfigImporter.Import(text, path, new ImportOptions());
        Assert.Empty(model.Diagnostics);
        Write("model.cs", model.Source);
        Host = Host with { Emitter = ConfigEmitter.Emit };
        using var program = new ModelLoader(Host, new GlobalSettings { Cache = false }).Load("model.cs");
        return ConfigEmitter.Emit(program.Models[0](), new EmitOptions { Format = format }).Text;
    }
}
