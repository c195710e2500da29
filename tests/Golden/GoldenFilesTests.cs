using Xunit;

namespace NetDsl.Tests.Golden;

public sealed class GoldenFilesTests
{
    public static TheoryData<string> Cases => [.. GoldenFiles.CaseNames];

    public static TheoryData<string> JsonCases => [.. GoldenFiles.JsonCaseNames];

    public static TheoryData<string> Equivalences => [.. GoldenFiles.EquivalenceNames];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_is_named_as_its_file(string name) => Assert.Equal(name, GoldenFiles.Case(name).Name);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_counts_the_numbers_of_its_parameters(string name) => AssertCounts(GoldenFiles.Case(name));

    [Theory]
    [MemberData(nameof(JsonCases))]
    public void A_JSON_case_counts_the_numbers_of_its_parameters(string name) =>
        AssertCounts(GoldenFiles.JsonCase(name));

    [Theory]
    [MemberData(nameof(Equivalences))]
    public void An_equivalence_has_two_configs_that_differ(string name)
    {
        var equivalence = GoldenFiles.Equivalence(name);

        Assert.NotEqual(equivalence.FusedConfig, equivalence.BlocksConfig);
    }

    [Fact]
    public void A_case_tells_the_dims_of_its_layers()
    {
        var dims = GoldenFiles.Case("linear").Layers["x"].Dims;

        Assert.Equal([new("global batch", "batch", null), new("time", "spatial", null), new("in", "feature", 3)], dims);
    }

    [Fact]
    public void A_case_tells_which_parameters_are_trained()
    {
        var parameters = GoldenFiles.Case("bn_fused").Parameters;

        Assert.Equal((false, true), (parameters["running_mean/param"].Trainable, parameters["gamma/param"].Trainable));
    }

    [Fact]
    public void A_case_counts_the_fused_operations_of_batch_norm() =>
        Assert.Equal(2, GoldenFiles.Case("bn_fused").FusedBatchNormOps["FusedBatchNormV3"]);

    private static void AssertCounts(GoldenCase golden) =>
        Assert.Equal(
            golden.NumParams,
            golden.Parameters.Values.Sum(parameter => parameter.Shape.Aggregate(1, (product, size) => product * size))
        );
}
