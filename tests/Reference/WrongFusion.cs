using NetDsl.Layers;

namespace NetDsl.Tests.Reference;

/// <summary>A rule with a mistake, in what it takes from the blocks or in what it puts in their place.</summary>
internal sealed class WrongFusion(
    IFusionRule rule,
    Func<FusionMatch, FusionMatch>? read = null,
    Func<FusionMatch, Fusion, Fusion>? write = null
) : IFusionRule
{
    public string Name => rule.Name;

    public IReadOnlyList<FusionPattern> Patterns => rule.Patterns;

    public Refusal? Check(FusionMatch match) => rule.Check(match);

    public Fusion Rewrite(FusionMatch match)
    {
        var fusion = rule.Rewrite(read is null ? match : read(match));
        return write is null ? fusion : write(match, fusion);
    }
}
