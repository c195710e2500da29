using System.Collections.Immutable;
using NetDsl.Emit;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace NetDsl.Cli;

/// <summary>What RETURNN made of a net, as <c>tools/returnn_verify.py</c> reports it.</summary>
/// <param name="LayerDims">For each layer the size of each axis; null for one without a fixed size.</param>
/// <param name="Parameters">For each variable its shape.</param>
internal sealed record BuiltNet(
    ImmutableSortedDictionary<string, ImmutableArray<int?>> LayerDims,
    ImmutableSortedDictionary<string, ImmutableArray<int?>> Parameters
)
{
    private const int Version = 1;

    /// <summary>Reads a report.</summary>
    /// <exception cref="ModelException">It is none.</exception>
    public static BuiltNet Read(string text, string path)
    {
        try
        {
            var report = JObject.Parse(text);
            return report.Value<int?>("formatVersion") == Version
                ? new(
                    Sizes(report["layerDims"], axes => [.. axes.Select(axis => axis[2]!.Value<int?>())]),
                    Sizes(report["parameters"], entry => [.. entry["shape"]!.Select(size => size.Value<int?>())])
                )
                : throw ToolDiagnostics.UnreadableReport(path, $"its formatVersion is not {Version}").ToException();
        }
        catch (Exception failure) when (IsOfText(failure))
        {
            throw ToolDiagnostics.UnreadableReport(path, failure.Message).ToException();
        }
    }

    /// <summary>Where a net as it is inferred differs from what RETURNN built. What is not inferred is not compared.</summary>
    public IEnumerable<Diagnostic> DifferencesFrom(NetStatistics inferred)
    {
        foreach (var (layer, dims) in inferred.LayerDims)
        {
            // RETURNN renames the insides of loops and moves them; those it lists are compared.
            var sizes = dims.Select(dim => dim.Size).ToImmutableArray();
            if (LayerDims.TryGetValue(layer, out var built) && !built.SequenceEqual(sizes))
            {
                yield return ToolDiagnostics.BuiltDifferently($"the layer '{layer}'", Text(built), Text(sizes));
            }
        }

        var here = inferred.Parameters.ToDictionary(item => item.Name, StringComparer.Ordinal);
        foreach (var (name, built) in Parameters)
        {
            var shape = here.TryGetValue(name, out var found) ? [.. found.Shape.Select(size => (int?)size)] : built;
            if (found is null || !built.SequenceEqual(shape))
            {
                var text = found is null ? "not there" : Text(shape);
                yield return ToolDiagnostics.BuiltDifferently($"the parameter '{name}'", Text(built), text);
            }
        }

        foreach (var name in here.Keys.Where(name => !Parameters.ContainsKey(name)))
        {
            var shape = here[name].Shape.Select(size => (int?)size).ToImmutableArray();
            yield return ToolDiagnostics.BuiltDifferently($"the parameter '{name}'", "not there", Text(shape));
        }
    }

    private static bool IsOfText(Exception failure) =>
        failure
            is JsonException
                or FormatException
                or InvalidCastException
                or InvalidOperationException
                or NullReferenceException
                or ArgumentException
                or OverflowException;

    private static ImmutableSortedDictionary<string, ImmutableArray<int?>> Sizes(
        JToken? entries,
        Func<JToken, ImmutableArray<int?>> sizes
    ) =>
        ((JObject)entries!)
            .Properties()
            .ToImmutableSortedDictionary(item => item.Name, item => sizes(item.Value), StringComparer.Ordinal);

    private static string Text(ImmutableArray<int?> sizes) =>
        $"[{string.Join(", ", sizes.Select(size => FormattableString.Invariant($"{(object?)size ?? "?"}")))}]";
}
