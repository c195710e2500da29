using System.Collections.Immutable;
using System.Globalization;

namespace NetDsl.Layers;

/// <summary>The input of a convolution as RETURNN arranges it: axes that count as batch, then the others in the order to work over.</summary>
/// <param name="Type">The input.</param>
/// <param name="BatchCount">How many axes in front count as batch.</param>
internal sealed record SpatialInput(TensorType Type, int BatchCount)
{
    private const int NamesAxesFrom = 8;

    /// <summary>The axes to work over.</summary>
    internal ImmutableArray<Axis> SpatialAxes => Type.FeatureLast().Axes[BatchCount..^1];

    /// <summary>Arranges the input of a layer; null if RETURNN refuses it, and the call then says so.</summary>
    internal static SpatialInput? Of(LayerCall call, TensorType input, Axis? feature)
    {
        if (input.Sparse is not null)
        {
            call.Fail(ShapeFaults.DataType($"The input {input} holds class indices", "numbers"));
            return null;
        }

        if (input.BatchIndex is null)
        {
            call.Fail(ShapeFaults.Size($"The input {input} has no batch axis", "one"));
            return null;
        }

        if (feature is not null && input.FeatureAxis?.IsSame(feature) != true)
        {
            if (input.IndexOf(feature) is not { } index)
            {
                call.Fail(ShapeFaults.NoAxis("in_dim", feature.ToString(), input));
                return null;
            }

            input = input.WithFeature(SpecialAxis.At(index));
        }

        if (input.FeatureIndex is null)
        {
            call.Fail(ShapeFaults.Size($"The input {input} has no feature axis", "one, as by in_dim"));
            return null;
        }

        var given = call.List("in_spatial_dims");
        if (call.IsOpaque)
        {
            return null;
        }

        return Reshapes(call) ? Reshaped(call, input, given)
            : given.IsEmpty ? Plain(call, input)
            : Named(call, input, AxesOf(call, input, given));
    }

    private static bool Reshapes(LayerCall call) =>
        call.Flag("input_expand_dims") || call.Flag("input_split_feature_dim") || call.Flag("input_add_feature_dim");

    // RETURNN adds the new axes to the list that the config gives, each time it looks at the layer.
    private static SpatialInput? Reshaped(LayerCall call, TensorType input, ImmutableArray<OptionValue> given)
    {
        if (!given.IsEmpty)
        {
            call.Unknown();
            return null;
        }

        List<Axis> spatial = [.. input.SpatialIndexes.Select(index => input.Axes[index])];
        if (spatial.Count != 1 && call.BehaviorVersion >= NamesAxesFrom)
        {
            call.Fail(NotNamed(input, spatial.Count));
            return null;
        }

        for (var number = 0; number < (call.Integer("input_expand_dims") ?? 0); number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"input_expand_dims:{number}");
            spatial.Add(call.NewSpatial(name, 1));
            input = input.Insert(spatial[^1]);
        }

        if (call.Integer("input_split_feature_dim") is { } size && size != 0)
        {
            if (input.FeatureAxis?.Size is not { } features || features % size != 0)
            {
                call.Fail(ShapeFaults.Size($"The features {input.FeatureAxis}", $"a multiple of {Number(size)}"));
                return null;
            }

            input = input.SplitFeature(call.Space, input.FeatureIndex!.Value, features / size, size);
            spatial.Add(input.Axes[input.FeatureIndex!.Value - 1]);
        }

        if (call.Flag("input_add_feature_dim"))
        {
            spatial.Add(input.FeatureAxis!);
            input = input.AddFeature(call.Space);
        }

        return Named(call, input, [.. spatial.Select(axis => input.IndexOf(axis)!.Value)]);
    }

    private static ImmutableArray<int>? AxesOf(LayerCall call, TensorType input, ImmutableArray<OptionValue> given)
    {
        var axes = ImmutableArray.CreateBuilder<int>();
        foreach (var value in given)
        {
            if (call.AxisOf(input, "in_spatial_dims", value) is not { } axis)
            {
                return null;
            }

            axes.Add(axis);
        }

        return axes.ToImmutable();
    }

    private static SpatialInput? Named(LayerCall call, TensorType input, ImmutableArray<int>? places)
    {
        if (places is not { } axes)
        {
            return null;
        }

        if (axes.Distinct().Count() != axes.Length || axes.Contains(input.FeatureIndex!.Value))
        {
            call.Fail(
                ShapeFaults.Options(
                    $"\"in_spatial_dims\" names axes of {input} twice, or that of the features.",
                    null,
                    "in_spatial_dims"
                )
            );
            return null;
        }

        // In the order that is named, in the places of the first; then all others to the front.
        ImmutableArray<Axis> spatial = [.. axes.Select(index => input.Axes[index])];
        var isSorted = axes.SequenceEqual(axes.Order());
        for (var number = 0; !isSorted && number < spatial.Length; number++)
        {
            input = input.Move(Place(input, spatial[number]), axes.Min() + number);
        }

        var batches = 0;
        for (var index = 0; index < input.Rank; index++)
        {
            var axis = input.Axes[index];
            if (index != input.FeatureIndex && !spatial.Any(axis.IsSame))
            {
                input = input.Move(index, batches++);
            }
        }

        return new(input, batches);
    }

    private static SpatialInput? Plain(LayerCall call, TensorType input)
    {
        var moved = input.BatchMajor();
        var spatial = moved.Rank - 2;
        if (spatial > 1 && call.BehaviorVersion >= NamesAxesFrom)
        {
            call.Fail(NotNamed(input, spatial));
            return null;
        }

        return new(moved, 1);
    }

    private static ShapeFault NotNamed(TensorType input, int count) =>
        ShapeFaults.Options(
            $"The input {input} has {Number(count)} axes to work over, and \"in_spatial_dims\" names none.",
            "Name them in \"in_spatial_dims\".",
            "in_spatial_dims"
        );

    private static int Place(TensorType type, Axis axis)
    {
        for (var index = 0; index < type.Rank; index++)
        {
            if (ReferenceEquals(type.Axes[index], axis))
            {
                return index;
            }
        }

        return type.IndexOf(axis)!.Value;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
