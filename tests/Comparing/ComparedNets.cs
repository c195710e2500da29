using System.Collections.Immutable;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Repository;

namespace NetDsl.Tests.Comparing;

/// <summary>Configs of many kinds: those that RETURNN ran, and those of the examples.</summary>
internal static class ComparedNets
{
    public static ImmutableArray<(string Name, string Text)> All { get; } =
    [
        .. GoldenFiles.CaseNames.Select(name => (name, GoldenFiles.Case(name).Config)),
        .. Directory
            .EnumerateFiles(RepositoryFiles.FullPath("snapshots"), "*.py")
            .Where(file => file.Contains("ExampleSnapshots", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file))),
    ];
}
