using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace NetDsl.Cli;

/// <summary>Diagnostics as SARIF 2.1.0, which code hosts and editors read.</summary>
internal sealed class SarifDiagnosticWriter(DisplayPath paths) : IDiagnosticWriter
{
    public void Write(IReadOnlyList<Diagnostic> diagnostics, TextWriter target)
    {
        var codes = diagnostics
            .Select(diagnostic => diagnostic.Code)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToImmutableArray();
        var driver = new JObject
        {
            ["name"] = "netdsl",
            ["version"] = VersionAction.ToolVersion,
            ["rules"] = new JArray(codes.Select(Rule)),
        };
        var run = new JObject
        {
            ["tool"] = new JObject { ["driver"] = driver },
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = new JArray(diagnostics.Select(diagnostic => Result(diagnostic, codes))),
        };
        var log = new JObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JArray(run),
        };
        using (var json = new JsonTextWriter(target) { CloseOutput = false })
        {
            log.WriteTo(json);
        }

        target.Write('\n');
        target.Flush();
    }

    // Codes of the C# compiler are explained elsewhere.
    private static JObject Rule(string code)
    {
        var rule = new JObject { ["id"] = code };
        if (ExplainText.Of(code) is { } text)
        {
            rule["shortDescription"] = Text(text.Title);
            rule["help"] = new JObject { ["text"] = text.Body, ["markdown"] = text.Body };
        }

        return rule;
    }

    private JObject Result(Diagnostic diagnostic, ImmutableArray<string> codes)
    {
        var result = new JObject
        {
            ["ruleId"] = diagnostic.Code,
            ["ruleIndex"] = codes.BinarySearch(diagnostic.Code, StringComparer.Ordinal),
            ["level"] = Level(diagnostic.Severity),
            ["message"] = Text(
                diagnostic.Suggestion is { } suggestion ? $"{diagnostic.Message}\n{suggestion}" : diagnostic.Message
            ),
        };
        if (Location(diagnostic.Location, diagnostic.Layer) is { Count: > 0 } location)
        {
            result["locations"] = new JArray(location);
        }

        if (!diagnostic.Related.IsEmpty)
        {
            result["relatedLocations"] = new JArray(diagnostic.Related.Select(Related));
        }

        return result;
    }

    private JObject Related(RelatedLocation related)
    {
        var location = Location(related.Location, layer: null);
        location["message"] = Text(related.Note);
        return location;
    }

    private JObject Location(SourceLocation place, string? layer)
    {
        var location = new JObject();
        if (place.IsKnown)
        {
            location["physicalLocation"] = new JObject
            {
                ["artifactLocation"] = new JObject { ["uri"] = paths.ToUri(place.Path) },
                ["region"] = new JObject { ["startLine"] = place.Line, ["startColumn"] = place.Column },
            };
        }

        if (layer is not null)
        {
            location["logicalLocations"] = new JArray(new JObject { ["fullyQualifiedName"] = layer });
        }

        return location;
    }

    private static JObject Text(string text) => new() { ["text"] = text };

    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };
}
