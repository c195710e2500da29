namespace NetDsl.Emit;

/// <summary>
/// Names of layers that something besides a layer may ask for: settings, and code, which speaks of layers in quotes. Such a layer
/// cannot be renamed without a change of meaning.
/// </summary>
internal static class SpokenNames
{
    private static readonly char[] quotes = ['"', '\''];

    internal static HashSet<string> Of(NetView view)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in view.Meant.Entries)
        {
            Add(names, value, isWord: key != NetShape.Network);
        }

        foreach (var line in view.Meant.Statements.SelectMany(statement => statement.Lines))
        {
            AddQuoted(names, line.Meaning);
        }

        return names;
    }

    private static void Add(HashSet<string> names, OptionValue value, bool isWord)
    {
        switch (value)
        {
            case StringValue { Value: var text } when isWord:
                names.Add(text);
                break;
            case StringValue { Value: var text }:
                AddQuoted(names, text);
                break;
            case CodeValue code:
                AddQuoted(names, code.Python);
                break;
            case SequenceValue sequence:
                foreach (var item in sequence.Items)
                {
                    Add(names, item, isWord);
                }

                break;
            case DictValue dict:
                foreach (var (_, item) in dict)
                {
                    Add(names, item, isWord);
                }

                break;
        }
    }

    private static void AddQuoted(HashSet<string> names, string text)
    {
        if (text.AsSpan().IndexOfAny(quotes) >= 0)
        {
            names.UnionWith(text.Split(quotes));
        }
    }
}
