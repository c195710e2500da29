using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>
/// Finds the <c>#:</c> lines at the head of a file-based program. The compiler could, too, but a cached script must not
/// load it; that such a line comes after code is an error that the compiler finds.
/// </summary>
internal static class ScriptDirectives
{
    private const string Mark = "#:";

    public static ImmutableArray<ScriptDirective> Read(string text)
    {
        var found = ImmutableArray.CreateBuilder<ScriptDirective>();
        var number = 0;
        var inComment = false;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.Trim();
            if (inComment || line.StartsWith("/*", StringComparison.Ordinal))
            {
                var end = line.IndexOf("*/", StringComparison.Ordinal);
                inComment = end < 0;
                line = inComment ? [] : line[(end + 2)..].Trim();
            }

            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                var directive = line[Mark.Length..].TrimStart();
                var space = directive.IndexOfAny(' ', '\t');
                var kind = space < 0 ? directive : directive[..space];
                found.Add(new ScriptDirective(kind.ToString(), directive[kind.Length..].Trim().ToString(), number));
            }
            else if (!line.IsEmpty && line[0] != '#' && !line.StartsWith("//", StringComparison.Ordinal))
            {
                break;
            }
        }

        return found.ToImmutable();
    }
}
