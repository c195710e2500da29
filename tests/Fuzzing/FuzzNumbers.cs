using CsCheck;

namespace NetDsl.Tests.Fuzzing;

/// <summary>The numbers that one trial is made of.</summary>
internal sealed class FuzzNumbers(uint seed)
{
    private readonly PCG random = new(1, seed);

    /// <summary>A number below a bound.</summary>
    public int Below(int bound) => (int)random.Next((uint)bound);

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
