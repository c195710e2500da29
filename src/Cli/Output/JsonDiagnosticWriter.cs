using Newtonsoft.Json;

namespace NetDsl.Cli;

/// <summary>Diagnostics for programs, format version 1; what is unknown is null.</summary>
internal sealed class JsonDiagnosticWriter(DisplayPath paths) : IDiagnosticWriter
{
    public void Write(IReadOnlyList<Diagnostic> diagnostics, TextWriter target)
    {
        using (var json = new JsonTextWriter(target) { CloseOutput = false })
        {
            json.WriteStartObject();
            json.WritePropertyName("formatVersion");
            json.WriteValue(1);
            json.WritePropertyName("diagnostics");
            json.WriteStartArray();
            foreach (var diagnostic in diagnostics)
            {
                Write(diagnostic, json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        target.Write('\n');
        target.Flush();
    }

    private void Write(Diagnostic diagnostic, JsonTextWriter json)
    {
        var location = diagnostic.Location;
        json.WriteStartObject();
        WriteText("code", diagnostic.Code);
        WriteText("severity", SeverityWords.Of(diagnostic.Severity));
        WriteText("message", diagnostic.Message);
        WriteText("path", location.IsKnown ? paths.Show(location.Path) : null);
        WriteNumber("line", location.IsKnown ? location.Line : null);
        WriteNumber("column", location.IsKnown ? location.Column : null);
        WriteText("layer", diagnostic.Layer);
        WriteText("suggestion", diagnostic.Suggestion);
        json.WriteEndObject();

        void WriteText(string name, string? value)
        {
            json.WritePropertyName(name);
            json.WriteValue(value);
        }

        void WriteNumber(string name, int? value)
        {
            json.WritePropertyName(name);
            json.WriteValue(value);
        }
    }
}
