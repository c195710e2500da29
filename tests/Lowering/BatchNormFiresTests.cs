using CsCheck;
using Xunit;

namespace NetDsl.Tests.Lowering;

public sealed class BatchNormFiresTests
{
    public static TheoryData<string> Spellings => [.. NormSpellings.All.Select(spelling => spelling.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_batch_norm_by_hand_is_one_layer(string spelling)
    {
        var ways = NormSpellings.All.First(way => way.Name == spelling).Apply(new NormWays());
        AssertFused(ways, EmittedNet.Of(NormNet.Of(ways)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_batch_norm_folded_as_TensorFlow_does_is_one_layer(bool hasGamma)
    {
        var ways = new NormWays { Folds = true, HasGamma = hasGamma };
        AssertFused(ways, EmittedNet.Of(NormNet.Of(ways)));
    }

    [Fact]
    public void Any_mixture_of_spellings_is_one_layer_with_the_same_parameters() =>
        Mixtures.Sample(names =>
        {
            var fused = EmittedNet.Of(NormNet.Of(WaysOf(names)));
            AssertFused(WaysOf(names), fused);
            var blocks = EmittedNet.FromBlocks(NormNet.Of(WaysOf(names)));
            Assert.Equal(CheckpointVariables.Of(blocks), CheckpointVariables.Of(fused));
        });

    /// <summary>One spelling for each decision, by name, so that a failing mixture can be read.</summary>
    internal static Gen<string[]> Mixtures { get; } =
        Gen.Int[0, 1_000_000]
            .Array[NormSpellings.Decisions.Count]
            .Select(draws =>
                draws
                    .Select(
                        (draw, place) =>
                            NormSpellings.Decisions[place][draw % NormSpellings.Decisions[place].Count].Name
                    )
                    .ToArray()
            );

    internal static NormWays WaysOf(string[] names) =>
        names.Aggregate(
            new NormWays(),
            (ways, name) => NormSpellings.All.First(spelling => spelling.Name == name).Apply(ways)
        );

    private static void AssertFused(NormWays ways, EmittedNet net)
    {
        var entry = Assert.Single(net.Entries, entry => entry.Rule == "batch_norm");
        Assert.Equal((null, SourceLocation.None, "norm"), (entry.Reason, entry.Cause, entry.Module));
        Assert.Equal((1, 0, 0), (net.Count("batch_norm"), net.Count("variable_assign"), net.RunHooks));

        // Nothing is left of the choices and their flag but what x is computed by.
        var source = EmittedNet.Of(SourceAlone(ways));
        Assert.Equal(
            (source.Count("cond"), source.Count("switch"), source.Count("train_flag")),
            (net.Count("cond"), net.Count("switch"), net.Count("train_flag"))
        );
        Assert.Empty(LayerReferences.Dangling(net.Network));
    }

    private static Net SourceAlone(NormWays ways)
    {
        var net = new Net("source");
        net.Output(ways.Source(net));
        return net;
    }
}
