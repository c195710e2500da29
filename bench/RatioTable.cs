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
        Forms(output);
        Writers(output);
        Sizes(output, largest);
    }

    private static void Models(TextWriter output)
    {
        var conformer = Row(output, "Conformer, 12 blocks: record, lower, write", Emit(ConformerModel.Record));
        Row(output, "the same, recorded only", Measure.Of(ConformerModel.Record), conformer, "all");
        Row(output, "Transformer, 12 blocks", Emit(TransformerModel.Record), conformer, "Conformer");
        Row(output, "one batch norm", Emit(BatchNormModel.Record), conformer, "Conformer");
        var text = ConfigEmitter.Emit(ConformerModel.Record(), python).Text;
        Row(
            output,
            "check the Conformer's config",
            Measure.Of(() => ConfigChecker.Check(text, "c.py")),
            conformer,
            "emit"
        );
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
