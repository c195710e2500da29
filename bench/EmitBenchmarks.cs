using BenchmarkDotNet.Attributes;
using NetDsl.Bench.Models;
using NetDsl.Emit;

namespace NetDsl.Bench;

/// <summary>From a recorded model to the text of its config, and its parts.</summary>
[MemoryDiagnoser]
public class EmitBenchmarks
{
    private static readonly EmitOptions python = new() { Format = ConfigFormat.Python };
    private readonly ConformerStages stages = new();

    [Benchmark(Baseline = true)]
    public Emission Conformer() => ConfigEmitter.Emit(ConformerModel.Record(), python);

    [Benchmark]
    public Net Record() => ConformerModel.Record();

    [Benchmark]
    public Graph Build() => ConformerStages.Build();

    [Benchmark]
    public LoweringReport Lower() => stages.Lower();

    [Benchmark]
    public string Write() => stages.Write();

    [Benchmark]
    public CheckReport Check() => stages.Check();

    [Benchmark]
    public ConfigHash Hash() => stages.Hash();

    [Benchmark]
    public NetDifference Diff() => stages.Diff();

    [Benchmark]
    public Emission Transformer() => ConfigEmitter.Emit(TransformerModel.Record(), python);

    [Benchmark]
    public Emission BatchNorm() => ConfigEmitter.Emit(BatchNormModel.Record(), python);
}
