using Xunit;

namespace NetDsl.Tests.Repository;

/// <summary>Tells all that was found, where xunit's own messages cut long names and lists.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> findings)
    {
        var found = findings.ToList();
        Assert.True(found.Count == 0, $"Found {found.Count}:\n{string.Join('\n', found)}");
    }
}
