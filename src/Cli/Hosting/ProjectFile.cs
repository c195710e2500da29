namespace NetDsl.Cli;

/// <summary>Finds project files.</summary>
internal static class ProjectFile
{
    /// <summary>The only project of a folder; null if it has none or several.</summary>
    public static string? In(string folder) => Directory.GetFiles(folder, "*.csproj") is [var only] ? only : null;
}
