using BenchmarkDotNet.Attributes;
using NetDsl.Bench.Models;
using NetDsl.Emit;

namespace NetDsl.Bench;

/// <summary>Nets of any size: the cost of a layer must not grow with their number.</summary>
[MemoryDiagnoser]
public class ChainBenchmarks
{
    [Params(100, 1_000, 10_000)]
    public int Layers { get; set; }

    [Benchmark]
    public Emission Emit() => ConfigEmitter.Emit(ChainModel.Record(Layers), new() { Format = ConfigFormat.Python });
}
