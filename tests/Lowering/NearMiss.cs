namespace NetDsl.Tests.Lowering;

/// <summary>A batch norm that differs from the real one in substance.</summary>
/// <param name="Name">What differs.</param>
/// <param name="Reason">What is said about it.</param>
/// <param name="Cause">What stands in the line that is pointed at.</param>
/// <param name="Apply">The difference.</param>
internal sealed record NearMiss(string Name, string Reason, string Cause, Func<NormWays, NormWays> Apply)
{
    /// <summary>How many updates there are.</summary>
    internal int Updates { get; init; } = 2;

    /// <summary>Whether it differs however the rest is written.</summary>
    internal bool HoldsForAll { get; init; } = true;
}
