using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>gather</c>: the entries along an axis at the places that another layer holds, or at one place.</summary>
internal sealed class GatherShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || call.IsOpaque)
        {
            return null;
        }

        var position = call.Integer("position") is not null ? new TensorType([], "int32") : call.Layer("position");
        if (position is null)
        {
            return call.Unknown();
        }

        return call.AxisOf(input, "axis") is { } index ? Gathered(call, input, position, index) : null;
    }

    /// <summary>The output for given positions; null if RETURNN refuses them, and the call then says so.</summary>
    internal static TensorType? Gathered(LayerCall call, TensorType input, TensorType position, int index)
    {
        if (position.DataType is not ("int32" or "int64"))
        {
            return call.Fail(
                ShapeFaults.DataType($"The positions {position} are {position.DataType}", "whole numbers")
            );
        }

        if (SharedAxes.Of(call, input, position, index) is not { } shared)
        {
            return call.Fault is null ? call.Unknown() : null;
        }

        var before = Math.Max(shared.OfInput.Length, index) - shared.OfInput.Length;
        ImmutableArray<Axis> axes =
        [
            .. shared.OfInput.Select(place => input.Axes[place]),
            .. shared.OnlyInput[..before].Select(place => input.Axes[place]),
            .. shared.OnlyPosition.Select(place => position.Axes[place]),
            .. shared.OnlyInput[before..].Select(place => input.Axes[place]),
        ];
        var output = input.WithNewAxes(axes);
        return output.Sparse is null ? output.WithFeature(Feature(shared, input, position, index)) : output;
    }

    // Of the input if it is marked there, or else of the positions.
    private static SpecialAxis Feature(SharedAxes shared, TensorType input, TensorType position, int index)
    {
        if (input.Feature.IsDefault && position.Feature.IsDefault)
        {
            return SpecialAxis.Default;
        }

        var ofPosition = position.FeatureIndex is { } place
            ? SpecialAxis.At(OfPosition(shared, place, index))
            : SpecialAxis.None;
        if (input.Feature.IsDefault)
        {
            return ofPosition.IsNone ? SpecialAxis.Default : ofPosition;
        }

        var ofInput = input.FeatureIndex is { } feature ? OfInput(shared, feature, index) : SpecialAxis.None;
        if (position.Feature.IsDefault)
        {
            return input.FeatureIndex is null ? SpecialAxis.Default : ofInput;
        }

        return ofInput.IsNone ? ofPosition : ofInput;
    }

    private static SpecialAxis OfInput(SharedAxes shared, int place, int index)
    {
        if (place == index)
        {
            return SpecialAxis.None;
        }

        if (shared.OfInput.Contains(place))
        {
            return SpecialAxis.At(shared.OfInput.IndexOf(place));
        }

        var positions = place < index ? 0 : shared.OnlyPosition.Length;
        return SpecialAxis.At(shared.OfInput.Length + positions + shared.OnlyInput.IndexOf(place));
    }

    private static int OfPosition(SharedAxes shared, int place, int index) =>
        shared.OfPosition.Contains(place)
            ? shared.OfPosition.IndexOf(place)
            : shared.OfPosition.Length
                + Math.Max(0, index - shared.OfPosition.Length)
                + shared.OnlyPosition.IndexOf(place);
}
