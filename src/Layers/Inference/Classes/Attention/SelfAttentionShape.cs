using System.Collections.Immutable;
using System.Globalization;

namespace NetDsl.Layers;

/// <summary><c>self_attention</c>: each frame attends to those of its own sequence.</summary>
internal sealed class SelfAttentionShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input();
        var feature = call.OutputFeature("self_att_feat", separator: "_");
        if (input is null || feature is null)
        {
            return null;
        }

        if (!IsPossible(call, input, feature))
        {
            return null;
        }

        call.Variable("QKV", [input.FeatureOrSparse?.Size, 2 * call.Integer("total_key_dim") + feature.Size]);
        return Output(call.Sources[0], feature);
    }

    private static TensorType Output(TensorType source, Axis feature)
    {
        var axes = ImmutableArray.Create(source.Axes[source.BatchIndex!.Value]);
        axes = source.TimeAxis is { } time ? [.. axes, time, feature] : [.. axes, feature];
        return new TensorType(axes) { Version = source.Version }.WithTime(
            source.TimeAxis is null ? SpecialAxis.None : SpecialAxis.At(1)
        );
    }

    private static bool IsPossible(LayerCall call, TensorType input, Axis feature)
    {
        var heads = call.Integer("num_heads");
        var keys = call.Integer("total_key_dim");
        if (input.BatchIndex is null)
        {
            call.Fail(ShapeFaults.NoAxis("from", "of the batch", input));
        }
        else if (input.TimeAxis is null && !call.IsInLoop)
        {
            call.Fail(ShapeFaults.NoAxis("from", "of time", input));
        }
        else if (heads is not null && keys is not null && !Divides(heads.Value, keys.Value))
        {
            call.Fail(Indivisible("keys", keys.Value, heads.Value, "total_key_dim"));
        }
        else if (heads is not null && feature.Size is { } values && !Divides(heads.Value, values))
        {
            call.Fail(Indivisible("values", values, heads.Value, "num_heads"));
        }
        else if (heads is { } count && keys is { } size && call.Layer("key_shift") is { } shift)
        {
            CheckShift(call, shift, size / count);
        }

        return call.Fault is null;
    }

    private static void CheckShift(LayerCall call, TensorType shift, int perHead)
    {
        if (shift.BatchIndex is not null || (shift.FeatureOrSparse?.Size is { } size && size != perHead))
        {
            call.Fail(
                ShapeFaults.Size(
                    $"\"key_shift\" is {shift}",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"no batch axis and {perHead} features, as each key has"
                    ),
                    "key_shift"
                )
            );
        }
    }

    private static bool Divides(int divisor, int number) => divisor != 0 && number % divisor == 0;

    private static ShapeFault Indivisible(string what, int size, int heads, string option) =>
        ShapeFaults.Size(
            string.Create(CultureInfo.InvariantCulture, $"The {what} have {size} features for {heads} heads"),
            "equal parts",
            option
        );
}
