namespace NetDsl.Layers;

/// <summary><c>squeeze</c>: without axes of one entry.</summary>
internal sealed class SqueezeShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null)
        {
            return null;
        }

        if (call.Integer("enforce_batch_dim_axis") is { } goal && input.BatchIndex is { } batch && goal < input.Rank)
        {
            input = input.Move(batch, Math.Max(goal, 0));
        }

        var places =
            call.Text("axis") == "auto"
                ? [.. Enumerable.Range(0, input.Rank).Where(place => Is(input, place, size => size == 1))]
                : call.AxesOf(input, "axis");
        if (places is not { } found)
        {
            return null;
        }

        foreach (var place in found.OrderDescending())
        {
            if (Is(input, place, size => size != 1))
            {
                return call.Fail(
                    ShapeFaults.Size($"The axis {input.Axes[place]} is squeezed", "one of size 1", "axis")
                );
            }

            input = input.Without(place);
        }

        return input;
    }

    private static bool Is(TensorType input, int place, Func<int, bool> isMeant) =>
        !input.Axes[place].IsBatch && input.Axes[place].Size is { } size && isMeant(size);
}
