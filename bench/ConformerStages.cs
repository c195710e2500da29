using NetDsl.Bench.Models;
using NetDsl.Emit;

namespace NetDsl.Bench;

/// <summary>What can be done with the Conformer, each by itself: all that comes before is done already.</summary>
internal sealed class ConformerStages
{
    private readonly Graph graph = ConformerModel.Record().Build();
    private readonly Emission emission;
    private readonly NetView view;
    private readonly NetView other;

    internal ConformerStages()
    {
        emission = Emit(dropout: 0.1);
        view = NetView.Of(emission);
        other = NetView.Of(Emit(dropout: 0.2));
    }

    internal static Graph Build() => ConformerModel.Record().Build();

    internal LoweringReport Lower()
    {
        var lowered = new LoweredGraph(graph);
        return Lowerer.Lower(lowered, new Liveness(lowered), new() { Format = ConfigFormat.Python }, []);
    }

    internal string Write() =>
        ConfigWriter.Write(emission.Config, new WriteOptions(ConfigFormat.Python, null, null, Header: true), []);

    internal CheckReport Check() => ConfigChecker.Check(emission.Text, "conformer.py");

    internal ConfigHash Hash() => ConfigHash.Of(view);

    internal NetDifference Diff() => NetDifference.Between(view, other);

    private static Emission Emit(double dropout) =>
        ConfigEmitter.Emit(ConformerModel.Record(12, dropout), new() { Format = ConfigFormat.Python });
}
