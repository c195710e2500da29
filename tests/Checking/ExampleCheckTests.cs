using NetDsl.Cli;
using NetDsl.Emit;
using NetDsl.Tests.Docs;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Checking;

[Collection("Console")]
public sealed class ExampleCheckTests : DocsFixture
{
    public static TheoryData<string> Examples =>
        [
            .. RepositoryFiles
                .Sources("examples")
                .Where(path =>
                    File.ReadLines(RepositoryFiles.FullPath(path)).First().StartsWith("#!", StringComparison.Ordinal)
                ),
        ];

    // JSON has no dim objects: the batch, or a length that two inputs share after a step, cannot be named.
    private static readonly string[] withoutJson =
    [
        "blstm_ctc",
        "blstm_ctc_trial",
        "tacotron2",
        "conformer_attention_train",
        "conformer_attention_search",
        "monotonic_rnnt_train",
        "monotonic_rnnt_search",
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void No_model_of_an_example_has_a_finding(string example)
    {
        using var program = new ModelLoader(Host, new() { Build = BuildMode.Roslyn, Cache = false }).Load(example);

        foreach (var model in program.Models)
        {
            ConfigFormat[] formats = withoutJson.Contains(model().Name)
                ? [ConfigFormat.Python]
                : [ConfigFormat.Python, ConfigFormat.Json];
            foreach (var format in formats)
            {
                if (Emission(model(), format) is { } emission)
                {
                    Assert.Empty(Checked.Texts(Checked.Config(emission.Config)));
                }
            }
        }
    }

    // JSON has no loops: nothing is emitted, so nothing can be found in it.
    private static Emission? Emission(Net net, ConfigFormat format)
    {
        try
        {
            return ConfigEmitter.Emit(net, new EmitOptions { Format = format });
        }
        catch (ModelException error) when (error.Diagnostics.Any(finding => finding.Code == "ND3016"))
        {
            return null;
        }
    }
}
