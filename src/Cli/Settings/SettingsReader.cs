using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace NetDsl.Cli;

/// <summary>Reads one <c>netdsl.json</c>; whatever it does not know is an error at its place, for a setting that is ignored helps nobody.</summary>
/// <param name="file">The whole file.</param>
/// <param name="path">Its full path.</param>
/// <param name="errors">Takes what is wrong.</param>
internal sealed class SettingsReader(byte[] file, string path, List<Diagnostic> errors)
{
    private static readonly string[] keys = ["$schema", "root", "severity", "warnAsError", "maxWarnings"];

    private readonly ReadOnlyMemory<byte> text = file.AsSpan().StartsWith(Encoding.UTF8.Preamble)
        ? file.AsMemory(Encoding.UTF8.Preamble.Length)
        : file;

    private FileSettings settings = FileSettings.Empty;

    public FileSettings Read()
    {
        if (!Utf8.IsValid(text.Span))
        {
            Fail(0, "the file is not UTF-8");
            return settings;
        }

        var json = new Utf8JsonReader(
            text.Span,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        try
        {
            json.Read();
            ReadEntries(ref json, "a settings file", ReadSetting);
            json.Read();
        }
        catch (JsonException error)
        {
            var line = (int)(error.LineNumber ?? 0);
            var message = Regex.Replace(error.Message, @"\.? LineNumber: .*$", "", RegexOptions.Singleline);
            Fail(new SourceLocation(path, line + 1, ColumnOf(LineStart(line), error.BytePositionInLine ?? 0)), message);
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of surrogates.
            Fail((int)json.TokenStartIndex, "this is no text");
        }

        return settings;
    }

    private delegate void EntryReader(ref Utf8JsonReader json, string key, int at);

    private void ReadEntries(ref Utf8JsonReader json, string what, EntryReader read)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            Fail((int)json.TokenStartIndex, $"{what} is a JSON object, {{ ... }}");
            json.Skip();
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (key, at) = (json.GetString()!, (int)json.TokenStartIndex);
            json.Read();
            if (seen.Add(key))
            {
                read(ref json, key, at);
            }
            else
            {
                Fail(at, $"'{key}' comes twice");
            }

            // To the end of a value that was not read.
            json.Skip();
        }
    }

    private void ReadSetting(ref Utf8JsonReader json, string key, int at)
    {
        switch (key)
        {
            case "$schema":
                break;
            case "root":
                settings = settings with { IsRoot = ReadTruth(ref json, key) };
                break;
            case "severity":
                ReadEntries(ref json, "'severity'", ReadSeverity);
                break;
            case "warnAsError":
                settings = settings with { WarningsAsErrors = ReadTruth(ref json, key) };
                break;
            case "maxWarnings":
                settings = settings with { MaxWarnings = ReadCount(ref json, key) };
                break;
            default:
                Fail(at, $"there is no setting '{key}'", Spelling.Closest(key, keys));
                break;
        }
    }

    private bool ReadTruth(ref Utf8JsonReader json, string key)
    {
        if (json.TokenType is not (JsonTokenType.True or JsonTokenType.False))
        {
            Fail((int)json.TokenStartIndex, $"'{key}' is true or false");
        }

        return json.TokenType == JsonTokenType.True;
    }

    private int? ReadCount(ref Utf8JsonReader json, string key)
    {
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var count) && count >= 0)
        {
            return count;
        }

        Fail((int)json.TokenStartIndex, $"'{key}' is a whole number, 0 or more");
        return null;
    }

    private void ReadSeverity(ref Utf8JsonReader json, string code, int at)
    {
        if (!DiagnosticCode.IsKnown(code))
        {
            Fail(at, $"there is no diagnostic '{code}'", Spelling.Closest(code, DiagnosticTexts.Codes));
            return;
        }

        var word = json.TokenType == JsonTokenType.String ? json.GetString()! : "";
        if (SeverityWords.TryParse(word, out var severity))
        {
            settings = settings with { Severities = settings.Severities.SetItem(code, severity) };
        }
        else
        {
            Fail(
                (int)json.TokenStartIndex,
                $"the severity of {code} is one of {string.Join(", ", SeverityWords.All)}",
                Spelling.Closest(word, SeverityWords.All)
            );
        }
    }

    private void Fail(int at, string message, string? meant = null)
    {
        var before = text.Span[..Math.Min(at, text.Length)];
        var start = before.LastIndexOf((byte)'\n') + 1;
        Fail(new SourceLocation(path, before.Count((byte)'\n') + 1, ColumnOf(start, at - start)), message, meant);
    }

    private void Fail(SourceLocation location, string message, string? meant = null) =>
        errors.Add(ToolDiagnostics.WrongSettings(location, message, meant));

    private int LineStart(int line)
    {
        var start = 0;
        for (; line > 0 && text.Span[start..].IndexOf((byte)'\n') is >= 0 and var length; line--)
        {
            start += length + 1;
        }

        return start;
    }

    private int ColumnOf(int lineStart, long bytes) =>
        Encoding.UTF8.GetCharCount(text.Span.Slice(lineStart, (int)Math.Min(bytes, text.Length - lineStart))) + 1;
}
