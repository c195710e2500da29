using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Import;

/// <summary>Short ways to read a config in tests.</summary>
internal static class Imported
{
    /// <summary>A Python config; fails if there are diagnostics.</summary>
    public static ImportedConfig Python(string text) => Clean(text, "test.py");

    /// <summary>A JSON config; fails if there are diagnostics.</summary>
    public static ImportedConfig Json(string text) => Clean(text, "test.json");

    /// <summary>The value of <c>x</c> in a Python config of one line <c>x = ...</c>.</summary>
    public static OptionValue Value(string python) => Python($"x = {python}\n").Config["x"]!;

    /// <summary>The value of <c>x</c> in a JSON config.</summary>
    public static OptionValue JsonValue(string json) => Json($"{{\"x\": {json}}}").Config["x"]!;

    /// <summary>Everything reported, whatever was read.</summary>
    public static List<Diagnostic> Diagnostics(string text, string path = "test.py")
    {
        var diagnostics = new List<Diagnostic>();
        ConfigReader.Read(text, path, diagnostics);
        return diagnostics;
    }

    /// <summary>The only diagnostic as on the command line.</summary>
    public static string Message(string text, string path = "test.py") =>
        Assert.Single(Diagnostics(text, path)).ToString();

    /// <summary>What was read in spite of errors.</summary>
    public static ImportedConfig WithErrors(string text)
    {
        var diagnostics = new List<Diagnostic>();
        var imported = ConfigReader.Read(text, "test.py", diagnostics);
        Assert.NotEmpty(diagnostics);
        return Assert.IsType<ImportedConfig>(imported);
    }

    /// <summary>Keys with their values as Python, one a line.</summary>
    public static string Entries(ImportedConfig imported) =>
        string.Join('\n', imported.Config.Entries.Select(entry => $"{entry.Key} = {ValueText.Of(entry.Value)}"));

    private static ImportedConfig Clean(string text, string path)
    {
        var diagnostics = new List<Diagnostic>();
        var imported = ConfigReader.Read(text, path, diagnostics);
        Assert.Empty(diagnostics.Select(diagnostic => diagnostic.ToString()));
        return Assert.IsType<ImportedConfig>(imported);
    }
}
