using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// What of a config beside its net says anything: entries that RETURNN asks for, and all that these, or code that runs, speak of. A
/// function, an import or a value that nobody speaks of says nothing.
/// </summary>
internal sealed class MeantCode
{
    private readonly NetView view;
    private readonly HashSet<string> spoken = new(StringComparer.Ordinal);
    private readonly HashSet<string> spokenInCode = new(StringComparer.Ordinal);
    private readonly List<(string Key, OptionValue Value)> openEntries = [];
    private readonly List<CodeStatement> openStatements = [];
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly HashSet<CodeStatement> statements = [];

    private MeantCode(NetView view) => this.view = view;

    /// <summary>The entries that say something, in their order.</summary>
    internal ImmutableArray<KeyValuePair<string, OptionValue>> Entries { get; private set; }

    /// <summary>
    /// The same and values of which nobody speaks, not even by their name: RETURNN does not ask for such a setting, but who wrote it
    /// does not know.
    /// </summary>
    internal IEnumerable<KeyValuePair<string, OptionValue>> Settings =>
        view.Config.Entries.Where(entry => keys.Contains(entry.Key) || !view.UsedNames.Contains(entry.Key));

    /// <summary>The statements that say something, in their order.</summary>
    internal ImmutableArray<CodeStatement> Statements { get; private set; }

    internal static MeantCode Of(NetView view)
    {
        var code = new MeantCode(view);
        CodeStatement[] all = [.. view.Statements.Select(CodeStatement.Of).OfType<CodeStatement>()];
        code.openStatements.AddRange(all);
        code.openEntries.AddRange(view.Config.Entries.Select(entry => (entry.Key, entry.Value)));
        while (code.Follow()) { }

        code.Entries = [.. view.Config.Entries.Where(entry => code.keys.Contains(entry.Key))];
        code.Statements = [.. all.Where(code.statements.Contains)];
        return code;
    }

    // What is meant speaks of more; until nothing is new.
    private bool Follow()
    {
        var before = keys.Count + statements.Count;
        openStatements.RemoveAll(statement =>
        {
            if (statement.MattersOnlyIfSpoken && !statement.Names.Any(name => spoken.Contains(name) || IsKey(name)))
            {
                return false;
            }

            statements.Add(statement);
            foreach (var line in statement.Lines)
            {
                AddWords(line.Meaning, isCode: true);
            }

            return true;
        });
        openEntries.RemoveAll(entry =>
        {
            // A value that is used by its name is part of what uses it: the name itself means something only to code.
            var isUsed = view.UsedNames.Contains(entry.Key);
            if (!IsKey(entry.Key) && !(isUsed ? spokenInCode : spoken).Contains(entry.Key))
            {
                return false;
            }

            keys.Add(entry.Key);
            AddWords(entry.Value);
            return true;
        });
        return keys.Count + statements.Count > before;
    }

    private static bool IsKey(string name) => Catalog.Returnn.Keys.ContainsKey(name);

    private void AddWords(OptionValue value)
    {
        switch (value)
        {
            case CodeValue code:
                AddWords(code.Python, isCode: true);
                break;
            case StringValue { Value: var text }:
                AddWords(text, isCode: text.Contains('(', StringComparison.Ordinal));
                break;
            case SequenceValue sequence:
                foreach (var item in sequence.Items)
                {
                    AddWords(item);
                }

                break;
            case DictValue dict:
                foreach (var (key, item) in dict)
                {
                    if (key is CodeValue)
                    {
                        AddWords(key);
                    }

                    AddWords(item);
                }

                break;
        }
    }

    // Also the words in texts of code: config.value("name") asks for a name, too.
    private void AddWords(string text, bool isCode)
    {
        var (all, inCode) = (
            spoken.GetAlternateLookup<ReadOnlySpan<char>>(),
            spokenInCode.GetAlternateLookup<ReadOnlySpan<char>>()
        );
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
            {
                continue;
            }

            if (at > start)
            {
                all.Add(text.AsSpan(start, at - start));
                if (isCode)
                {
                    inCode.Add(text.AsSpan(start, at - start));
                }
            }

            start = at + 1;
        }
    }
}
