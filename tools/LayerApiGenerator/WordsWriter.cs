namespace NetDsl.LayerApiGenerator;

/// <summary>Writes the types whose members are texts.</summary>
internal static class WordsWriter
{
    public static string Write(WordType words) => words.IsEnum ? WriteEnum(words) : WriteRecord(words);

    /// <summary>The texts of the enums' members.</summary>
    public static string WriteTexts(IEnumerable<WordType> words)
    {
        var text = new TextOutput(
            """
            namespace NetDsl.Layers;

            /// <summary>What is written for the members of enums.</summary>
            internal static class WordTexts
            {

            """
        );
        var first = true;
        foreach (var list in words.Where(list => list.IsEnum))
        {
            text.Append(first ? "" : "\n");
            first = false;
            text.Append(
                $"    internal static string Text(this {list.Type.Name} value) =>\n        value switch\n        {{\n"
            );
            foreach (var (member, word) in list.Words)
            {
                text.Append($"            {list.Type.Name}.{member} => \"{word}\",\n");
            }

            text.Append(
                "            _ => throw new ArgumentOutOfRangeException(nameof(value), value, \"There is no such member.\"),\n        };\n"
            );
        }

        return text.Append("}\n").ToString();
    }

    private static string WriteEnum(WordType words)
    {
        var text = Head(words).Append($"public enum {words.Type.Name}\n{{\n");
        var members = words.Words.Select(word =>
            $"    /// <summary><c>{word.Text}</c>.</summary>\n    {word.Member},\n"
        );
        return text.Append(string.Join('\n', members)).Append("}\n").ToString();
    }

    private static string WriteRecord(WordType words)
    {
        var name = words.Type.Name;
        var text = Head(words).Append($"public sealed partial record {name}\n{{\n");
        text.Append($"    private {name}(OptionValue value) => Value = value;\n");
        foreach (var (member, word) in words.Words)
        {
            text.Append($"\n    /// <summary><c>{word}</c>.</summary>\n");
            text.Append($"    public static {name} {member} {{ get; }} = new(\"{word}\");\n");
        }

        text.Append("\n    /// <summary>What is written.</summary>\n    internal OptionValue Value { get; }\n");
        if (words.Named is { } named)
        {
            text.Append(Factory(name, "Named", "name", named));
        }

        if (words.Expression is { } expression)
        {
            text.Append(Factory(name, "Expression", "python", expression));
        }

        return text.Append("}\n").ToString();
    }

    private static string Factory(string type, string name, string parameter, string does) =>
        $$"""

                /// <summary>{{does}}</summary>
                /// <param name="{{parameter}}">Written as it is.</param>
                public static {{type}} {{name}}(string {{parameter}})
                {
                    ArgumentException.ThrowIfNullOrEmpty({{parameter}});
                    return new({{parameter}});
                }

            """.ReplaceLineEndings("\n");

    private static TextOutput Head(WordType words) =>
        new($"namespace NetDsl.Layers;\n\n/// <summary>{MethodWriter.Xml(words.Does)}</summary>\n");
}
