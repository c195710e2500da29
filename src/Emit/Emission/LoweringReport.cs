using System.Text;

namespace NetDsl.Emit;

/// <summary>What each lowering rule did, and why not: in the order in which the model computes.</summary>
/// <param name="Entries">One for each place where a rule fired or nearly did.</param>
public sealed record LoweringReport(IReadOnlyList<LoweringEntry> Entries)
{
    /// <summary>The report as text.</summary>
    /// <param name="showPath">Turns a source file's path into what the reader shall see.</param>
    public string ToText(Func<string, string> showPath)
    {
        var text = new StringBuilder();
        foreach (var entry in Entries)
        {
            Append(text, entry, showPath);
        }

        return text.Length == 0 ? "no rule found anything like its pattern\n" : text.ToString();
    }

    private static void Append(StringBuilder text, LoweringEntry entry, Func<string, string> showPath)
    {
        var module = entry.Module.Length == 0 ? "" : $" {entry.Module}";
        text.Append(Place(entry.Location, showPath)).Append(": ").Append(entry.Rule).Append(module);
        text.Append(entry.Fired ? $": fused ({entry.Variant})\n" : $": not fused: {entry.Reason}\n");
        if (entry.Cause.IsKnown)
        {
            text.Append("  because of ").Append(Place(entry.Cause, showPath)).Append('\n');
        }

        foreach (var note in entry.Notes)
        {
            text.Append("  note: ").Append(note).Append('\n');
        }
    }

    private static string Place(SourceLocation location, Func<string, string> showPath) =>
        (location with { Path = showPath(location.Path) }).ToString();
}
