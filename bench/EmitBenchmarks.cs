using BenchmarkDotNet.Attributes;
using NetDsl.Bench.Models;
using NetDsl.Emit;

namespace NetDsl.Bench;

/// <summary>From a recorded model to the text of its config, and its parts.</summary>
[MemoryDiagnoser]
public class EmitBenchmarks
{
    private static readonly EmitOptions python = new() { Format = ConfigFormat.Python };

    [Benchmark(Baseline = true)]
    public Emission Conformer() => ConfigEmitter.Emit(ConformerModel.Record(), python);

    [Benchmark]
    public Net ConformerRecorded() => ConformerModel.Record();

    [Benchmark]
    public Emission Transformer() => ConfigEmitter.Emit(TransformerModel.Record(), python);

    [Benchmark]
    public Emission BatchNorm() => ConfigEmitter.Emit(BatchNormModel.Record(), python);
}
