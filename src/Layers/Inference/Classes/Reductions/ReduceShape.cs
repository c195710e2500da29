using System.Globalization;

namespace NetDsl.Layers;

/// <summary><c>reduce</c> and <c>math_norm</c>: axes summed up or the like; <c>argmax</c> leaves indices into the axis.</summary>
internal sealed class ReduceShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var axes = call.Option("axis") ?? call.Option("axes");
        if (call.LayerClass == "reduce" && call.Has("axis") && call.Has("axes"))
        {
            return call.Fail(ShapeFaults.Options("\"axis\" and \"axes\" are given.", "Give one of them.", "axis"));
        }

        return Infer(call, axes, call.Text("mode") ?? "");
    }

    /// <summary>The same with other axes than the layer's own.</summary>
    internal static TensorType? Infer(LayerCall call, OptionValue? axes, string mode)
    {
        if (call.Input() is null || call.Input(feature: null) is not { } input || call.IsOpaque)
        {
            return null;
        }

        if (input.Sparse is not null)
        {
            return call.Fail(ShapeFaults.Indices(input, "numbers to reduce"));
        }

        // Numbers count the batch axis first.
        if (IsByNumber(axes) && call.BehaviorVersion < 5 && input.BatchIndex is not null)
        {
            input = input.BatchMajor();
        }

        if (AxisSearch.Find(call, input, "axis", axes) is not { } places)
        {
            return null;
        }

        if (places.IsEmpty)
        {
            return call.Fail(ShapeFaults.NoAxis("axis", "to reduce", input));
        }

        var keeps = call.Flag("keep_dims");
        return Check(call, input, [.. places], mode.ToLowerInvariant(), keeps)
            ? Result(call, input, [.. places], IsArg(mode), keeps)
            : null;
    }

    private static bool IsByNumber(OptionValue? axes) =>
        axes is IntegerValue || (axes is SequenceValue several && several.Items.Any(item => item is IntegerValue));

    private static bool IsArg(string mode) => mode.StartsWith("arg", StringComparison.OrdinalIgnoreCase);

    private static bool Check(LayerCall call, TensorType input, List<int> axes, string mode, bool keeps)
    {
        if (IsArg(mode) && axes.Count != 1)
        {
            call.Fail(
                ShapeFaults.Size(
                    string.Create(CultureInfo.InvariantCulture, $"\"{mode}\" is over {axes.Count} axes"),
                    "one",
                    "axis"
                )
            );
            return false;
        }

        if (mode is "any" or "all" != (input.DataType == "bool") && mode is not ("" or "argmax" or "argmin"))
        {
            call.Fail(
                ShapeFaults.DataType(
                    $"\"{mode}\" is over {input.DataType}",
                    mode is "any" or "all" ? "bool" : "numbers"
                )
            );
            return false;
        }

        // Frames of all sequences at once are packed first.
        var usesMask = call.IsOn("use_time_mask", otherwise: true);
        var isPacked =
            axes.Count == 2
            && input.TimeIndex is { } time
            && input.BatchIndex is { } batch
            && axes.Contains(time)
            && axes.Contains(batch)
            && input.Axes[time].IsDynamic
            && usesMask;
        if (isPacked && keeps)
        {
            call.Fail(ShapeFaults.Options("Batch and time cannot be reduced and kept.", "Leave it out.", "keep_dims"));
            return false;
        }

        return isPacked || !usesMask || axes.TrueForAll(index => call.CanMask(input.Axes[index]));
    }

    private static TensorType Result(LayerCall call, TensorType input, List<int> axes, bool isArg, bool keeps)
    {
        var reduced = axes.ToHashSet();
        var left = new List<Axis>();
        for (var index = 0; index < input.Rank; index++)
        {
            var axis = input.Axes[index];
            if (!reduced.Contains(index))
            {
                left.Add(axis);
            }
            else if (keeps)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{call.Name}:keep-dim-{index}");
                left.Add(call.Space.Made(name, axis.Kind, 1));
            }
        }

        var feature = input.Version >= 2 ? SpecialAxis.AtOrNone(input.FeatureIndex) : input.Feature;
        return new([.. left], isArg ? "int32" : input.DataType)
        {
            Sparse = isArg ? input.Axes[axes[0]] : null,
            Time = Left(SpecialAxis.AtOrNone(input.TimeIndex), reduced, keeps),
            Feature = isArg ? SpecialAxis.None : Left(feature, reduced, keeps),
        };
    }

    // RETURNN picks another axis for a special one that goes.
    private static SpecialAxis Left(SpecialAxis special, HashSet<int> reduced, bool keeps) =>
        special.Index is not { } index || keeps ? special
        : reduced.Contains(index) ? SpecialAxis.Default
        : SpecialAxis.At(index - reduced.Count(other => other < index));
}
