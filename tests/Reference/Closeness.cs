using NetDsl.Reference;

namespace NetDsl.Tests.Reference;

/// <summary>How far numbers are from those that RETURNN computed in float32.</summary>
internal static class Closeness
{
    private const double Tolerance = 1e-5;

    /// <summary>The largest difference in words; null if all are close. Measured by the largest number, since float32 rounds sums.</summary>
    /// <param name="computed">By the interpreter.</param>
    /// <param name="recorded">By RETURNN.</param>
    /// <param name="mask">1 where the numbers mean something; null if they do everywhere.</param>
    internal static string? Difference(NdArray computed, NdArray recorded, NdArray? mask = null)
    {
        if (!computed.Shape.SequenceEqual(recorded.Shape))
        {
            return $"[{string.Join(", ", computed.Shape)}] instead of [{string.Join(", ", recorded.Shape)}]";
        }

        var counts = mask is null ? null : Broadcasting.Fill(mask, recorded.Shape);
        var scale = recorded.Data.Where(double.IsFinite).Select(Math.Abs).Append(1e-2).Max();
        for (var place = 0; place < recorded.Count; place++)
        {
            var (found, expected) = (computed.Data[place], recorded.Data[place]);
            if (
                counts?.Data[place] != 0
                && !found.Equals(expected)
                && !(Math.Abs(found - expected) <= Tolerance * scale)
            )
            {
                return $"{found} instead of {expected} at {place} of [{string.Join(", ", recorded.Shape)}]";
            }
        }

        return null;
    }
}
