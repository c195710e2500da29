using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>
/// Reads a JSON config in RETURNN's dialect. Not with Newtonsoft, which takes single quotes, trailing commas, hexadecimal numbers
/// and raw tabs that RETURNN refuses, and whose comments end elsewhere.
/// </summary>
internal sealed class JsonConfigReader
{
    private readonly ImportSource source;
    private readonly RepeatedNames repeated;
    private readonly JsonScanner scanner;
    private int depth;

    private JsonConfigReader(ImportSource source, int start, ICollection<Diagnostic> diagnostics)
    {
        this.source = source;
        repeated = new RepeatedNames(source, diagnostics);
        scanner = new JsonScanner(source, start, diagnostics);
    }

    /// <summary>The config whose brace is at <paramref name="start"/>, or null if there is an error.</summary>
    public static ImportedConfig? Read(ImportSource source, int start, ICollection<Diagnostic> diagnostics)
    {
        var reader = new JsonConfigReader(source, start, diagnostics);
        var (value, positions) = reader.ReadObject();
        reader.scanner.Peek();
        if (!source.Text.AsSpan(reader.scanner.At).IsWhiteSpace())
        {
            reader.scanner.Unexpected("The end of the config");
        }

        if (reader.scanner.HasFailed)
        {
            return null;
        }

        var config = new Config(
            ConfigReader.NameOf(source.Path),
            [.. value.Select(entry => KeyValuePair.Create(((StringValue)entry.Key).Value, entry.Value))]
        );
        return new(config, ConfigFormat.Json, new ConfigLocations(config, positions.Items, source))
        {
            Comments = reader.scanner.Comments,
        };
    }

    private (OptionValue Value, PositionTree? Inner) ReadValue()
    {
        switch (scanner.Peek())
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                return (scanner.ReadText(), null);
            case '-' when scanner.TakeWord("-Infinity"):
                return (double.NegativeInfinity, null);
            case '-' or (>= '0' and <= '9'):
                return (scanner.ReadNumber(), null);
            case 't' when scanner.TakeWord("true"):
                return (true, null);
            case 'f' when scanner.TakeWord("false"):
                return (false, null);
            case 'n' when scanner.TakeWord("null"):
                return (OptionValue.None, null);
            case 'N' when scanner.TakeWord("NaN"):
                return (double.NaN, null);
            case 'I' when scanner.TakeWord("Infinity"):
                return (double.PositiveInfinity, null);
            default:
                scanner.Unexpected("A value");
                return (OptionValue.None, null);
        }
    }

    private (DictValue Value, PositionTree Inner) ReadObject()
    {
        var open = scanner.At;
        var dict = new DictBuilder(0);
        if (Open('{') && !scanner.Take('}'))
        {
            do
            {
                ReadProperty(dict);
            } while (scanner.Take(','));
            Close(open, '}');
        }

        depth--;
        return (dict.Build() ?? DictValue.Empty, dict.Positions);
    }

    private void ReadProperty(DictBuilder dict)
    {
        if (scanner.Peek() != '"')
        {
            scanner.Unexpected("A key in double quotes");
            return;
        }

        var at = scanner.At;
        var key = scanner.ReadText();
        if (!scanner.Take(':'))
        {
            scanner.Unexpected("\":\"");
            return;
        }

        scanner.Peek();
        var valueAt = scanner.At;
        var (value, inner) = ReadValue();
        if (dict.Add(key, value, new(at, valueAt, inner)) is >= 0 and var before)
        {
            repeated.ReportKey(at, key, before);
        }
    }

    private (SequenceValue Value, PositionTree Inner) ReadArray()
    {
        var open = scanner.At;
        var items = ImmutableArray.CreateBuilder<OptionValue>();
        var positions = ImmutableArray.CreateBuilder<ValuePosition>();
        if (Open('[') && !scanner.Take(']'))
        {
            do
            {
                scanner.Peek();
                var at = scanner.At;
                var (value, inner) = ReadValue();
                items.Add(value);
                positions.Add(new(at, at, inner));
            } while (scanner.Take(','));
            Close(open, ']');
        }

        depth--;
        return (new SequenceValue(SequenceKind.List, items.DrainToImmutable()), new(positions.DrainToImmutable()));
    }

    private bool Open(char bracket)
    {
        if (++depth > ImportLimits.DeepestNesting)
        {
            scanner.Fail(ImportDiagnostics.TooDeep(source.At(scanner.At)));
        }

        return scanner.Take(bracket);
    }

    private void Close(int open, char bracket)
    {
        if (scanner.Take(bracket))
        {
            return;
        }

        if (scanner.AtEnd)
        {
            scanner.Fail(ImportDiagnostics.NotClosed(source.At(open), source.Text[open], source.At(scanner.At)));
        }

        scanner.Unexpected($"\",\" or \"{bracket}\"");
    }
}
