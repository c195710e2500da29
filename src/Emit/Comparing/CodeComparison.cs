namespace NetDsl.Emit;

/// <summary>Compares the Python code of two configs, statement by statement. A function is known by its name.</summary>
internal static class CodeComparison
{
    private const int MostShown = 60;
    private const string Other = "code";

    internal static IEnumerable<NetEdit> Between(IEnumerable<CodeStatement> before, IEnumerable<CodeStatement> after)
    {
        var old = before.ToList();
        var @new = new List<CodeStatement>();
        foreach (var statement in after)
        {
            if (old.FindIndex(candidate => candidate.Meaning == statement.Meaning) is >= 0 and var same)
            {
                old.RemoveAt(same);
            }
            else
            {
                @new.Add(statement);
            }
        }

        foreach (var statement in @new)
        {
            var was = statement.Head is null ? null : old.Find(candidate => candidate.Head == statement.Head);
            if (was is not null)
            {
                old.Remove(was);
            }

            yield return Edit(was, statement);
        }

        foreach (var statement in old)
        {
            yield return Edit(statement, null);
        }
    }

    private static NetEdit Edit(CodeStatement? old, CodeStatement? @new)
    {
        var head = (old ?? @new)!.Head ?? Other;
        var (from, to) = (old?.Lines ?? [], @new?.Lines ?? []);
        var first = from.Zip(to).TakeWhile(lines => lines.First.Meaning == lines.Second.Meaning).Count();
        var isBoth = old is not null && @new is not null;
        var change = new OptionChange(head, Line(from, isBoth ? first : 0), Line(to, isBoth ? first : 0));
        return new NetEdit(EditKind.Setting, old is null ? null : head, @new is null ? null : head)
        {
            Layers = 0,
            Options = [change],
        };
    }

    private static string? Line(IReadOnlyList<CodeLine> lines, int index) =>
        lines.Count == 0 ? null
        : index >= lines.Count ? "(end)"
        : lines[index].Text is { Length: > MostShown } text ? text[..MostShown] + "..."
        : lines[index].Text;
}
