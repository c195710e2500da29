using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>Random numbers that depend on a seed and a name alone: the same in every process and on every machine.</summary>
internal sealed class RandomNumbers
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state;

    internal RandomNumbers(int seed, string name)
    {
        // FNV-1a
        state = 14695981039346656037;
        foreach (var character in name)
        {
            state = (state ^ character) * 1099511628211;
        }

        state += (ulong)seed * Golden;
    }

    /// <summary>From 0 to below 1, all alike (SplitMix64).</summary>
    internal double Uniform()
    {
        state += Golden;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Of mean 0 and variance 1 (Box and Muller).</summary>
    internal double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    internal NdArray Uniform(ImmutableArray<int> shape) => Filled(shape, Uniform);

    internal NdArray Normal(ImmutableArray<int> shape) => Filled(shape, Normal);

    private static NdArray Filled(ImmutableArray<int> shape, Func<double> next)
    {
        var array = NdArray.Zeros(shape);
        for (var place = 0; place < array.Count; place++)
        {
            array.Data[place] = next();
        }

        return array;
    }
}
