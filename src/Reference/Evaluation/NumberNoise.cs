namespace NetDsl.Reference;

/// <summary>Noise that belongs to a number: equal numbers get equal noise, whatever computed them and in which order.</summary>
/// <param name="seed">What the noise depends on beside the number.</param>
/// <param name="salt">Another number that it depends on.</param>
internal sealed class NumberNoise(int seed, double salt)
{
    // Rounding differs from form to form; these digits do not.
    private const int Digits = 7;

    /// <summary>From 0 to below 1.</summary>
    internal double Of(double number)
    {
        if (number == 0 || !double.IsFinite(number))
        {
            return Mix(0);
        }

        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(number)));
        var rounded = Math.Round(number * Math.Pow(10, Digits - 1 - exponent));
        return Mix(unchecked((ulong)(long)rounded ^ ((ulong)(uint)exponent << 40)));
    }

    // SplitMix64.
    private double Mix(ulong state)
    {
        state ^= BitConverter.DoubleToUInt64Bits(salt) ^ ((ulong)(uint)seed * 0xD1B54A32D192ED03);
        for (var round = 0; round < 2; round++)
        {
            state += 0x9E3779B97F4A7C15;
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
            state ^= state >> 31;
        }

        return (state >> 11) * (1.0 / (1UL << 53));
    }
}
