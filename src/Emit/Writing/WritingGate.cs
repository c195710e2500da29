using System.Buffers;

namespace NetDsl.Emit;

/// <summary>
/// Looks at every value of a config before anything is written: reports all that the format cannot say, and notes the dims on
/// the way. What has passed can be written without another check.
/// </summary>
internal sealed class WritingGate
{
    /// <summary>
    /// CPython's tokenizer refuses more than 200 open brackets; the rest is room for marked dims and code values. JSON could go
    /// deeper, but then the two forms would differ.
    /// </summary>
    public const int DeepestNesting = 190;

    private static readonly SearchValues<char> oneLine = SearchValues.Create([
        '\t',
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code),
    ]);

    private readonly ConfigFormat format;
    private readonly List<Diagnostic> found;
    private readonly ValuePath path = new();
    private readonly DimTable dims = new();

    private WritingGate(ConfigFormat format, List<Diagnostic> found)
    {
        this.format = format;
        this.found = found;
    }

    /// <summary>Adds every error to <paramref name="found"/> and returns the dims that the config uses.</summary>
    /// <exception cref="InvalidOperationException">A tensor was not resolved to a layer name: a bug of the caller.</exception>
    public static DimTable Check(Config config, WriteOptions options, List<Diagnostic> found)
    {
        var gate = new WritingGate(options.Format, found);
        if (options is { Format: ConfigFormat.Json, Template: not null })
        {
            found.Add(WritingDiagnostics.TemplateForJson(options.TemplatePath));
        }

        if (options.Format == ConfigFormat.Json && !config.Statements.IsEmpty)
        {
            found.Add(WritingDiagnostics.NoCodeInJson(new("the config", Layer: null)));
        }

        gate.VisitEntries(config);
        return gate.dims;
    }

    // Of a written config, a name that is not imported is free: old configs call numbers Dim.
    private static bool CanBeKey(string key, Config config) =>
        PythonIdentifier.CanBeKey(key)
        || (
            config.IsWritten && PythonImports.Names.Contains(key) && !config.Entries.Any(entry => HoldsDim(entry.Value))
        );

    private static bool HoldsDim(OptionValue value) =>
        value switch
        {
            DimValue => true,
            SequenceValue sequence => sequence.Items.Any(HoldsDim),
            DictValue dict => dict.Any(entry => HoldsDim(entry.Key) || HoldsDim(entry.Value)),
            _ => false,
        };

    private void VisitEntries(Config config)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in config.Entries)
        {
            if (!seen.Add(key))
            {
                found.Add(WritingDiagnostics.KeyTwice(key));
            }
            else if (format == ConfigFormat.Python && !CanBeKey(key, config))
            {
                found.Add(WritingDiagnostics.KeyNotIdentifier(key));
            }

            dims.BeginEntry();
            path.Enter(key);
            Visit(value, mustHash: false);
            path.Leave();
        }
    }

    private void Visit(OptionValue value, bool mustHash)
    {
        switch (value)
        {
            case RealValue real:
                VisitReal(real.Value);
                break;
            case CodeValue code:
                VisitCode(code.Python);
                break;
            case DimValue dim:
                VisitDim(dim);
                break;
            case SequenceValue sequence:
                VisitSequence(sequence, mustHash);
                break;
            case DictValue dict:
                VisitDict(dict, mustHash);
                break;
            case TensorValue:
                throw new InvalidOperationException($"A tensor at {path} was not resolved to the name of its layer.");
        }
    }

    private void VisitReal(double value)
    {
        if (!double.IsFinite(value))
        {
            found.Add(WritingDiagnostics.NotFinite(path.Place, value, format));
        }
    }

    private void VisitCode(string python)
    {
        if (format == ConfigFormat.Json)
        {
            found.Add(WritingDiagnostics.NoCodeInJson(path.Place));
        }
        else if (string.IsNullOrWhiteSpace(python) || python.AsSpan().ContainsAnyExcept(oneLine))
        {
            found.Add(WritingDiagnostics.CodeNotOneLine(path.Place));
        }
    }

    private void VisitDim(DimValue value)
    {
        if (format == ConfigFormat.Json)
        {
            found.Add(WritingDiagnostics.NoDimInJson(path.Place, value.Value));
        }
        else
        {
            dims.Use(value);
        }
    }

    private void VisitSequence(SequenceValue sequence, bool mustHash)
    {
        var refused = format == ConfigFormat.Json && sequence.Kind != SequenceKind.List;
        if (refused)
        {
            found.Add(WritingDiagnostics.NoSequenceInJson(path.Place, sequence.Kind));
        }

        if (mustHash && sequence.Kind != SequenceKind.Tuple)
        {
            ReportUnhashable(sequence.Kind == SequenceKind.List ? "list" : "set");
        }

        if (TooDeep())
        {
            return;
        }

        // One message a cause: the dims of an `out_shape` are one, and so is the set that holds them.
        var skipDims = refused;
        for (var index = 0; index < sequence.Items.Length; index++)
        {
            var item = sequence.Items[index];
            if (item is DimValue && skipDims)
            {
                continue;
            }

            path.Enter(sequence, index);
            Visit(item, mustHash || sequence.Kind == SequenceKind.Set);
            path.Leave();
            skipDims |= format == ConfigFormat.Json && item is DimValue;
        }
    }

    private void VisitDict(DictValue dict, bool mustHash)
    {
        if (mustHash)
        {
            ReportUnhashable("dict");
        }

        if (TooDeep())
        {
            return;
        }

        foreach (var (key, value) in dict)
        {
            path.Enter(dict, key);
            if (key is not StringValue)
            {
                VisitKey(key);
            }

            Visit(value, mustHash: false);
            path.Leave();
        }
    }

    private void VisitKey(OptionValue key)
    {
        if (format == ConfigFormat.Json)
        {
            found.Add(WritingDiagnostics.NoSuchKeyInJson(path.Place));
        }
        else
        {
            Visit(key, mustHash: true);
        }
    }

    private void ReportUnhashable(string what)
    {
        // JSON has refused the key or the set as such.
        if (format == ConfigFormat.Python)
        {
            found.Add(WritingDiagnostics.NotHashable(path.Place, what));
        }
    }

    private bool TooDeep()
    {
        if (path.Depth <= DeepestNesting)
        {
            return false;
        }

        found.Add(WritingDiagnostics.TooDeep(path.Place, DeepestNesting));
        return true;
    }
}
