using System.Collections.Immutable;
using System.Text;

namespace NetDsl.Emit;

/// <summary>What Python makes of a statement: its text without comments, blank lines and blanks at the end of lines.</summary>
internal static class CodeEssence
{
    /// <summary>The statements that say something, in order.</summary>
    internal static ImmutableArray<string> Of(IEnumerable<string> statements) =>
        [.. statements.Select(Of).Where(text => text.Length > 0)];

    // Imports of RETURNN's own names say nothing until the names are used.
    private static string Of(string statement)
    {
        if (
            statement.StartsWith("from returnn", StringComparison.Ordinal)
            || statement.StartsWith("import returnn", StringComparison.Ordinal)
        )
        {
            return "";
        }

        var lines = WithoutComments(statement).Split('\n').Select(line => line.TrimEnd());
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    private static string WithoutComments(string statement)
    {
        if (!statement.Contains('#', StringComparison.Ordinal))
        {
            return statement;
        }

        var lexer = new PythonLexer(new ImportSource(statement, ""), 0);
        while (lexer.Next().Kind is not (PythonTokenKind.End or PythonTokenKind.Error)) { }

        var text = new StringBuilder(statement.Length);
        var at = 0;
        foreach (var comment in lexer.Comments)
        {
            text.Append(statement, at, comment.Start - at);
            at = comment.End;
        }

        return text.Append(statement, at, statement.Length - at).ToString();
    }
}
