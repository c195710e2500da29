using NetDsl.Tests.Repository;

namespace NetDsl.Tests.Lowering;

/// <summary>What stands in the line of a test that a message points at.</summary>
internal static class SourceLine
{
    internal static string At(SourceLocation location)
    {
        // The compiler may have been told to leave the folders out of paths.
        var path = RepositoryFiles.FullPath("tests", "Lowering", Path.GetFileName(location.Path));
        return File.ReadLines(path).ElementAt(location.Line - 1).Trim();
    }
}
