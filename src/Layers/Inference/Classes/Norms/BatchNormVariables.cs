using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>
/// The variables of a batch normalisation, be it the layer or the option <c>batch_norm</c> of another; their names and shapes depend on
/// <c>param_version</c> (contract 7).
/// </summary>
internal static class BatchNormVariables
{
    private const int NewDefaultsFrom = 12;

    /// <summary>The variables of the option <c>batch_norm</c>, which any class takes: its output is normalised.</summary>
    internal static void DeclareOption(LayerCall call, TensorType output)
    {
        if (call.LayerClass == "batch_norm" || call.IsCode("batch_norm") || !call.Flag("batch_norm"))
        {
            return;
        }

        var options = call.Option("batch_norm") as DictValue ?? DictValue.Empty;
        if (options["masked_time"] is null && call.BehaviorVersion >= NewDefaultsFrom)
        {
            call.Fail(
                ShapeFaults.Options(
                    "It is not said whether the normalisation leaves out padding.",
                    "Give \"masked_time\".",
                    "batch_norm"
                )
            );
            return;
        }

        Declare(call, output, option => options[option]);
    }

    /// <param name="call">The layer.</param>
    /// <param name="data">What is normalised.</param>
    /// <param name="option">The options of the normalisation.</param>
    internal static void Declare(LayerCall call, TensorType data, Func<string, OptionValue?> option)
    {
        if (data.FeatureAxis is null)
        {
            call.Fail(ShapeFaults.NoAxis("from", "\"F\" to normalise", data));
            return;
        }

        if (IsOn(option("masked_time"), call.BehaviorVersion < NewDefaultsFrom) && !HasFrames(data))
        {
            call.Fail(ShapeFaults.NoAxis("masked_time", "\"B\" or \"T\"", data));
            return;
        }

        var version = LayerCall.IntegerOf(option("param_version")) ?? (call.BehaviorVersion >= NewDefaultsFrom ? 2 : 0);
        if (version is < 0 or > 2)
        {
            call.Fail(ShapeFaults.Options("RETURNN has no such version.", "Give 0, 1 or 2.", "param_version"));
            return;
        }

        var shape = version == 2 ? [data.FeatureAxis.Size] : BroadcastSizes(data);
        var prefix = version switch
        {
            0 => $"batch_norm/{call.Name}_{call.Name}_output_",
            1 => "batch_norm/",
            _ => "batch_norm/v2_",
        };
        call.Variable($"{prefix}mean", shape.AsSpan(), isTrainable: false);
        call.Variable($"{prefix}variance", shape.AsSpan(), isTrainable: false);
        if (IsOn(option("use_std"), otherwise: true))
        {
            call.Variable($"{prefix}gamma", shape.AsSpan());
        }

        if (IsOn(option("use_shift"), otherwise: true))
        {
            call.Variable($"{prefix}beta", shape.AsSpan());
        }
    }

    private static bool IsOn(OptionValue? value, bool otherwise) => value is null ? otherwise : LayerCall.IsTrue(value);

    private static bool HasFrames(TensorType data) => data.BatchIndex is not null && data.TimeIndex is not null;

    private static ImmutableArray<int?> BroadcastSizes(TensorType data)
    {
        var spatial = data.SpatialIndexes.ToHashSet();
        return [.. data.Axes.Select((axis, index) => axis.IsBatch || spatial.Contains(index) ? 1 : axis.Size)];
    }
}
