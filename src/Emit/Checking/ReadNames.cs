namespace NetDsl.Emit;

/// <summary>The names that a config reads itself, as values or in code. Such a name is there for the config, not for RETURNN.</summary>
internal sealed class ReadNames
{
    private readonly Lazy<HashSet<string>> names;

    public ReadNames(ImportedConfig config) => names = new(() => Collect(config));

    /// <summary>Whether a name is read.</summary>
    public bool Contains(string name) => names.Value.Contains(name);

    private static HashSet<string> Collect(ImportedConfig config)
    {
        var names = config.NameUses.Select(use => use.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var statement in config.Opaque)
        {
            AddWords(statement.Text, names);
        }

        foreach (var (_, value) in config.Config.Entries)
        {
            AddCode(value, names);
        }

        return names;
    }

    private static void AddCode(OptionValue value, HashSet<string> names)
    {
        switch (value)
        {
            case CodeValue code:
                AddWords(code.Python, names);
                break;
            case SequenceValue sequence:
                foreach (var item in sequence.Items)
                {
                    AddCode(item, names);
                }

                break;
            case DictValue dict:
                foreach (var (key, inner) in dict)
                {
                    AddCode(key, names);
                    AddCode(inner, names);
                }

                break;
        }
    }

    // Also the words of texts and comments: config["name"] reads a name, too.
    private static void AddWords(string code, HashSet<string> names)
    {
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var start = 0;
        for (var at = 0; at <= code.Length; at++)
        {
            if (at == code.Length || !(char.IsLetterOrDigit(code[at]) || code[at] == '_'))
            {
                if (at > start)
                {
                    lookup.Add(code.AsSpan(start, at - start));
                }

                start = at + 1;
            }
        }
    }
}
