namespace NetDsl;

/// <summary>The modules that a net has met.</summary>
/// <param name="All">In the order they became known; some were only made while the net was being recorded, and may be another net's.</param>
/// <param name="Called">Those that were called in the net, or added to it.</param>
/// <param name="Names">Names given by <see cref="Net.Add"/>.</param>
internal sealed record KnownModules(
    IReadOnlyList<Module> All,
    IReadOnlySet<Module> Called,
    IReadOnlyDictionary<Module, string> Names
);
