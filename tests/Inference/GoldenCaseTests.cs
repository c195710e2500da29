using NetDsl.Tests.Golden;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>The golden cases: what is inferred is what RETURNN recorded.</summary>
public sealed class GoldenCaseTests
{
    // Recorded while it searched: beams are in its batch axis then, and the loop ends where the search says.
    private const string Searching = "attention_decoder_search";

    public static TheoryData<string> Cases => [.. GoldenFiles.CaseNames.Where(name => name != Searching)];

    public static TheoryData<string> JsonCases => [.. GoldenFiles.JsonCaseNames];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_Python_case_is_inferred_as_RETURNN_built_it(string name) =>
        AssertAgrees(GoldenFiles.Case(name), "net.py");

    [Theory]
    [MemberData(nameof(JsonCases))]
    public void A_JSON_case_is_inferred_as_RETURNN_built_it(string name) =>
        AssertAgrees(GoldenFiles.JsonCase(name), "net.json");

    private static void AssertAgrees(GoldenCase golden, string path)
    {
        var inferred = InferredConfig.Of(golden.Config, path);
        var layers = golden
            .Layers.Where(layer => !layer.Key.EndsWith("/:i", StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        var shapes = golden.Parameters.ToDictionary(
            item => item.Key,
            IReadOnlyList<int> (item) => [.. item.Value.Shape],
            StringComparer.Ordinal
        );
        Findings.None([
            .. inferred.Faults.Select(fault => fault.Message),
            .. Agreement.OfLayers(inferred, layers),
            .. Agreement.Missing(inferred, layers),
            .. Agreement.OfVariables(inferred.Variables(), shapes),
        ]);
    }
}
