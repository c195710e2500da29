using NetDsl.Emit;
using NetDsl.Reference;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Reference;

/// <summary>The golden equivalences: a fused layer computes what its blocks do, as it did in RETURNN.</summary>
public sealed class EquivalenceTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Names => [.. GoldenFiles.EquivalenceNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fused_layer_is_what_its_blocks_are(string name)
    {
        var golden = GoldenFiles.Equivalence(name);

        var comparison = new FormComparison(Read(golden.FusedConfig), Read(golden.BlocksConfig), Tolerance);
        for (var seed = 1; seed <= 3; seed++)
        {
            comparison.Add(seed, sequences: 3);
        }

        Findings.None([
            .. comparison.Diagnostics.Select(diagnostic => diagnostic.ToString()),
            .. comparison
                .Deviations.Where(deviation => deviation.Relative > Tolerance)
                .Select(deviation => deviation.ToString()),
        ]);
    }

    [Theory]
    [InlineData("batch_norm")]
    [InlineData("batch_norm_masked")]
    [InlineData("batch_norm_no_affine")]
    public void The_fused_batch_norm_keeps_another_variance(string name)
    {
        var golden = GoldenFiles.Equivalence(name);

        var comparison = new FormComparison(Read(golden.FusedConfig), Read(golden.BlocksConfig), Tolerance);
        comparison.Add(seed: 1, sequences: 3);

        Assert.True(golden.MaxDiffParamsAfterStep > 1e-4);
        Assert.Equal(["norm/batch_norm/v2_variance"], comparison.Estimators);
    }

    private static Form Read(string text)
    {
        var config = ConfigReader.Read(text, "net.py", [])?.Config;
        Assert.NotNull(config);
        return new(config);
    }
}
