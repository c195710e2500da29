using System.Text;

namespace NetDsl.Emit;

/// <summary>A piece of C# that stands on one line if there is room, and else has each part on a line of its own.</summary>
internal abstract record CSharpText
{
    private const int Columns = 120;
    private const int Step = 4;

    private CSharpText(int width) => Width = width;

    /// <summary>How many columns it takes on one line.</summary>
    private int Width { get; }

    /// <summary>Something that is never broken.</summary>
    public sealed record Word(string Text) : CSharpText(Text.Length);

    /// <summary>Parts one after the other.</summary>
    public sealed record Row(params IReadOnlyList<CSharpText> Parts) : CSharpText(Parts.Sum(part => part.Width));

    /// <summary>Items between brackets, with commas.</summary>
    public sealed record Items(string Open, IReadOnlyList<CSharpText> Parts, string Close)
        : CSharpText(Open.Length + Close.Length + Parts.Sum(part => part.Width + 2));

    /// <summary>The settings in the braces of an initializer.</summary>
    public sealed record Initializer(IReadOnlyList<CSharpText> Parts)
        : CSharpText(5 + Parts.Sum(part => part.Width + 2));

    /// <summary>Adds the piece.</summary>
    /// <param name="text">Ends where the piece begins.</param>
    /// <param name="indent">The indentation of the line on which the piece begins.</param>
    /// <param name="after">How many characters must fit behind it on its last line.</param>
    public void AppendTo(StringBuilder text, int indent, int after)
    {
        if (Column(text) + Width + after <= Columns)
        {
            AppendFlat(text);
            return;
        }

        switch (this)
        {
            case Row row:
                AppendRow(row, text, indent, after);
                break;
            case Items items:
                text.Append(items.Open);
                AppendLines(items.Parts, text, indent, trailingComma: items.Open is ['[', ..]);
                NewLine(text, indent).Append(items.Close);
                break;
            case Initializer settings:
                text.Length -= text[^1] == ' ' ? 1 : 0;
                NewLine(text, indent).Append('{');
                AppendLines(settings.Parts, text, indent, trailingComma: true);
                NewLine(text, indent).Append('}');
                break;
            default:
                AppendFlat(text);
                break;
        }
    }

    private static void AppendRow(Row row, StringBuilder text, int indent, int after)
    {
        for (var index = 0; index < row.Parts.Count; index++)
        {
            // What can be broken later leaves room for its bracket alone.
            var rest = 0;
            for (var next = index + 1; next < row.Parts.Count; next++)
            {
                if (row.Parts[next] is not Word word)
                {
                    break;
                }

                rest += word.Width;
            }

            row.Parts[index].AppendTo(text, indent, index + 1 < row.Parts.Count ? rest : after);
        }
    }

    private static void AppendLines(IReadOnlyList<CSharpText> parts, StringBuilder text, int indent, bool trailingComma)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            NewLine(text, indent + Step);
            parts[index].AppendTo(text, indent + Step, after: 1);
            text.Append(index + 1 < parts.Count || trailingComma ? "," : "");
        }
    }

    private void AppendFlat(StringBuilder text)
    {
        switch (this)
        {
            case Word word:
                text.Append(word.Text);
                break;
            case Row row:
                foreach (var part in row.Parts)
                {
                    part.AppendFlat(text);
                }

                break;
            case Items items:
                text.Append(items.Open);
                AppendFlat(items.Parts, text);
                text.Append(items.Close);
                break;
            case Initializer settings:
                text.Append("{ ");
                AppendFlat(settings.Parts, text);
                text.Append(" }");
                break;
        }
    }

    private static void AppendFlat(IReadOnlyList<CSharpText> parts, StringBuilder text)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            text.Append(index > 0 ? ", " : "");
            parts[index].AppendFlat(text);
        }
    }

    private static StringBuilder NewLine(StringBuilder text, int indent) => text.Append('\n').Append(' ', indent);

    private static int Column(StringBuilder text)
    {
        var column = 0;
        while (column < text.Length && text[text.Length - 1 - column] != '\n')
        {
            column++;
        }

        return column;
    }
}
