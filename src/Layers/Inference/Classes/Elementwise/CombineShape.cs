using System.Globalization;
using System.Text.RegularExpressions;

namespace NetDsl.Layers;

/// <summary><c>combine</c> and <c>eval</c>: a function of sources entry by entry; they broadcast to all axes.</summary>
internal sealed partial class CombineShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var declared = call.Option("out_type") as DictValue;
        if (call.IsOpaque || (call.IsDraft && call.Sources.IsEmpty))
        {
            return null;
        }

        if (call.Sources.IsEmpty)
        {
            return IsEval(call)
                ? DefaultShape.Infer(call, [], declared)
                : call.Fail(ShapeFaults.Sources(0, "at least one"));
        }

        var hasAxes = declared is not null && TensorDescription.HasAxes(declared);
        var mayBroadcastAll = hasAxes || call.Has("out_shape") || call.Flag("allow_broadcast_all_sources");
        if (
            CommonType.Of(call, call.Sources, ignoreFeature: false, mayBroadcastAll) is not { } common
            || ElementwiseOutput.Of(call, common, declared) is not { } output
            || !Fits(call, output)
        )
        {
            return null;
        }

        if (call.Flag("with_bias"))
        {
            call.Variable("b", [output.FeatureOrSparse?.Size]);
        }

        return output;
    }

    private static bool IsEval(LayerCall call) => call.LayerClass == "eval" || call.Text("kind") == "eval";

    private static bool Fits(LayerCall call, TensorType output)
    {
        var isEval = IsEval(call);
        if (isEval)
        {
            if (call.Text("eval") is not { } code || !ReadsPlainly(code))
            {
                return true;
            }

            if (!ReadsEach(call, code))
            {
                return false;
            }
        }

        foreach (var source in call.Sources)
        {
            if (!CommonType.IsCompatible(call, source, output, mindsDataType: !isEval, mindsSparse: false))
            {
                return false;
            }
        }

        return true;
    }

    // Sources that the code asks for with options, or hands on, need not fit the output.
    private static bool ReadsPlainly(string code) => Source().Count(code) == PlainSource().Count(code);

    // RETURNN asserts that the code uses every source.
    private static bool ReadsEach(LayerCall call, string code)
    {
        var read = PlainSource()
            .Matches(code)
            .Select(match =>
                int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var index) ? index : -1
            )
            .ToHashSet();
        var count = call.Sources.Length;
        if (read.Count == count && read.All(index => index >= 0 && index < count))
        {
            return true;
        }

        call.Fail(
            ShapeFaults.Options(
                $"The code reads source {string.Join(", ", read.Order())} of {count}, counted from 0.",
                "Read each source that \"from\" names, and no other.",
                "eval"
            )
        );
        return false;
    }

    [GeneratedRegex("source", RegexOptions.CultureInvariant)]
    private static partial Regex Source();

    [GeneratedRegex(@"\bsource\(\s*(\d+)\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex PlainSource();
}
