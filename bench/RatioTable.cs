using NetDsl.Bench.Models;
using NetDsl.Emit;
using Newtonsoft.Json.Linq;

namespace NetDsl.Bench;

/// <summary>
/// Ratios measured in one run on one machine, which other machines should find again; the milliseconds beside them are those of the
/// machine.
/// </summary>
internal static class RatioTable
{
    private static readonly EmitOptions python = new() { Format = ConfigFormat.Python };

    internal static void Print(TextWriter output, int largest)
    {
        output.WriteLine("| what | ms | kB | ratio | to |");
        output.WriteLine("|---|---|---|---|---|");
        Models(output);
        Stages(output);
        Forms(output);
        Writers(output);
        Variants(output);
        Sizes(output, largest);
        Peaks(output, largest);
    }

    private static void Models(TextWriter output)
    {
        var conformer = Row(output, "Conformer, 12 blocks: record, lower, write", Emit(ConformerModel.Record));
        Row(output, "the same, recorded only", Measure.Of(ConformerModel.Record), conformer, "all");
        Row(output, "Transformer, 12 blocks", Emit(TransformerModel.Record), conformer, "Conformer");
        Row(output, "one batch norm", Emit(BatchNormModel.Record), conformer, "Conformer");
    }

    private static void Stages(TextWriter output)
    {
        var stages = new ConformerStages();
        var conformer = Row(output, "Conformer: all stages", Emit(ConformerModel.Record));
        Row(output, "record and build", Measure.Of(ConformerStages.Build), conformer, "all");
        Row(output, "lower", Measure.Of(stages.Lower), conformer, "all");
        Row(output, "write", Measure.Of(stages.Write), conformer, "all");
        Row(output, "read and check its config", Measure.Of(stages.Check), conformer, "all");
        Row(output, "hash it, once read", Measure.Of(stages.Hash), conformer, "all");
        Row(output, "diff with another dropout, once read", Measure.Of(stages.Diff), conformer, "all");
    }

    private static void Forms(TextWriter output)
    {
        var primitive = python with { Lower = false };
        var blocks = Row(
            output,
            "Transformer from blocks",
            Measure.Of(() => ConfigEmitter.Emit(TransformerModel.Record(), primitive))
        );
        Row(output, "the same, fused", Emit(TransformerModel.Record), blocks, "from blocks");
    }

    // The same JSON by the package that writes JSON for many.
    private static void Writers(TextWriter output)
    {
        var json = python with { Format = ConfigFormat.Json };
        var emission = ConfigEmitter.Emit(TransformerModel.Record(), json);
        var tree = JObject.Parse(emission.Text);
        var bare = Row(output, "Newtonsoft writes the Transformer's JSON", Measure.Of(() => tree.ToString()));
        var write = new WriteOptions(ConfigFormat.Json, null, null, false);
        Row(
            output,
            "NetDsl writes it",
            Measure.Of(() => ConfigWriter.Write(emission.Config, write, [])),
            bare,
            "Newtonsoft"
        );
    }

    // As `netdsl emit --out-dir` does it, but for the files.
    private static void Variants(TextWriter output)
    {
        const int Count = 100;
        var one = Row(output, "Conformer, 20 blocks, 450 layers", Measure.Of(() => Variant(0)));
        var all = Measure.Of(() => Parallel.For(0, Count, index => Variant(index)), runs: 5);
        Row(
            output,
            FormattableString.Invariant($"each of {Count} variants, on {Environment.ProcessorCount} cores"),
            new(all.Milliseconds / Count, 0),
            one,
            "one"
        );
    }

    private static Emission Variant(int index) =>
        ConfigEmitter.Emit(ConformerModel.Record(blocks: 20, dropout: 0.1 + (index * 1e-4)), python);

    private static void Sizes(TextWriter output, int largest)
    {
        Measure? first = null;
        for (var layers = 100; layers <= largest; layers *= 10)
        {
            var size = layers;
            var runs = Math.Clamp(100_000 / size, 1, 31);
            var all = Measure.Of(() => ConfigEmitter.Emit(ChainModel.Record(size), python), runs);
            var each = new Measure(all.Milliseconds / size, all.Kilobytes / size);
            Row(output, FormattableString.Invariant($"each of {size} layers in a row"), each, first, "each of 100");
            first ??= each;
        }
    }

    private static void Peaks(TextWriter output, int largest)
    {
        foreach (var (model, what) in new[] { ("steps", "steps of no module"), ("linear", "linear layers") })
        {
            for (var layers = 1_000; layers <= largest; layers *= 10)
            {
                var megabytes = PeakMemory.Of(model, layers);
                output.WriteLine(
                    FormattableString.Invariant($"| most memory, {layers} {what} | | {megabytes * 1000} | | |")
                );
            }
        }
    }

    private static Measure Emit(Func<Net> record) => Measure.Of(() => ConfigEmitter.Emit(record(), python));

    private static Measure Row(TextWriter output, string what, Measure measure, Measure? to = null, string name = "")
    {
        var ratio = to is { } other
            ? FormattableString.Invariant($"{measure.Milliseconds / other.Milliseconds:0.00}")
            : "";
        output.WriteLine(
            FormattableString.Invariant(
                $"| {what} | {measure.Milliseconds:0.####} | {measure.Kilobytes:0.#} | {ratio} | {name} |"
            )
        );
        return measure;
    }
}
