using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>Compares the Python code of two configs, statement by statement. A function is known by its name.</summary>
internal static class CodeComparison
{
    private const int MostShown = 60;
    private const string Other = "code";

    internal static IEnumerable<NetEdit> Between(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, @new) = (CodeEssence.Of(before).ToList(), CodeEssence.Of(after).ToList());
        foreach (var same in @new.Where(old.Remove).ToList())
        {
            @new.Remove(same);
        }

        foreach (var statement in @new)
        {
            var head = HeadOf(statement);
            var was = head == Other ? null : old.Find(candidate => HeadOf(candidate) == head);
            old.Remove(was ?? "");
            yield return Edit(was, statement);
        }

        foreach (var statement in old)
        {
            yield return Edit(statement, null);
        }
    }

    private static NetEdit Edit(string? old, string? @new)
    {
        var head = HeadOf(old ?? @new!);
        var (from, to) = (old?.Split('\n') ?? [], @new?.Split('\n') ?? []);
        var first = from.Zip(to).TakeWhile(lines => lines.First == lines.Second).Count();
        var isBoth = old is not null && @new is not null;
        var change = new OptionChange(head, Line(from, isBoth ? first : 0), Line(to, isBoth ? first : 0));
        return new NetEdit(EditKind.Setting, old is null ? null : head, @new is null ? null : head)
        {
            Layers = 0,
            Options = [change],
        };
    }

    private static string? Line(string[] lines, int index) =>
        lines.Length == 0 ? null
        : index >= lines.Length ? "(end)"
        : lines[index].Trim() is { Length: > MostShown } text ? text[..MostShown] + "..."
        : lines[index].Trim();

    private static string HeadOf(string statement)
    {
        foreach (var line in statement.Split('\n'))
        {
            var words = line.Split([' ', '(', ':'], 3, StringSplitOptions.RemoveEmptyEntries);
            if (words is ["def" or "class", var name, ..])
            {
                return $"{words[0]} {name}";
            }

            if (!line.StartsWith('@'))
            {
                break;
            }
        }

        return Other;
    }
}
