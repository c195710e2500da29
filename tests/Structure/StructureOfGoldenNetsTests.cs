using NetDsl.Emit;
using NetDsl.Tests.Checking;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Structure;

/// <summary>The layers that are found are those that RETURNN recorded, and everything is found.</summary>
public sealed class StructureOfGoldenNetsTests
{
    public static TheoryData<string> Cases => [.. GoldenFiles.CaseNames];

    public static TheoryData<string> JsonCases => [.. GoldenFiles.JsonCaseNames];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_layers_of_a_golden_case_are_those_that_RETURNN_built(string name)
    {
        var golden = GoldenFiles.Case(name);

        Compare(NetStructure.Read(ConfigOf.Text(golden.Config)), golden.Layers.Keys);
    }

    [Theory]
    [MemberData(nameof(JsonCases))]
    public void The_layers_of_a_golden_JSON_case_are_those_that_RETURNN_built(string name)
    {
        var golden = GoldenFiles.JsonCase(name);

        Compare(NetStructure.Read(ConfigOf.Values(JsonNet.Parse(golden.Config))), golden.Layers.Keys);
    }

    private static void Compare(NetStructure structure, IEnumerable<string> recorded)
    {
        // The record has the inputs, too, and not what is inside of a masked unit or moved out of a loop.
        var expected = recorded
            .Where(path => !path.Contains(':', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var built = structure.Layers.Select(layer => layer.Path).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(structure.Cycles);
        Findings.None(expected.Where(path => !built.Contains(path)));
        Findings.None(built.Except(recorded).Where(path => !path.Contains('/', StringComparison.Ordinal)));
        Findings.None(
            structure
                .All.SelectMany(layer => layer.References)
                .Where(reference => reference.Target is UnresolvedTarget)
                .Select(reference => reference.ToString())
        );
    }
}
