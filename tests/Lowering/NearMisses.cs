namespace NetDsl.Tests.Lowering;

/// <summary>All batch norms by hand that are none.</summary>
internal static class NearMisses
{
    internal static IReadOnlyList<NearMiss> All { get; } =
    [.. NearMissFormulas.All, .. NearMissUpdates.All, .. NearMissChoices.All];

    internal static NearMiss ByName(string name) => All.Single(miss => miss.Name == name);
}
