namespace NetDsl.Reference;

/// <summary>Sines, then cosines, of places at different speeds (get_positional_encoding).</summary>
internal static class Waves
{
    private const double Slowest = 1e4;

    /// <summary>A row of that many numbers for each place; the last of an odd number is 0.</summary>
    internal static NdArray Of(IReadOnlyList<int> places, int width)
    {
        var half = width / 2;
        var step = Math.Log(Slowest) / (half - 1);
        var result = NdArray.Zeros([places.Count, width]);
        for (var row = 0; row < places.Count; row++)
        {
            for (var speed = 0; speed < half; speed++)
            {
                var angle = places[row] * Math.Exp(-speed * step);
                result.Data[(row * width) + speed] = Math.Sin(angle);
                result.Data[(row * width) + half + speed] = Math.Cos(angle);
            }
        }

        return result;
    }
}
