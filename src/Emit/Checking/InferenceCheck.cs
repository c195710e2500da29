using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Layers that RETURNN would refuse because of their dims. What follows from another error is not said again.</summary>
internal static class InferenceCheck
{
    internal static void Run(CheckTarget target, NetSource source, NetStructure structure, List<Diagnostic> diagnostics)
    {
        var blamed = diagnostics
            .Where(diagnostic => diagnostic.Severity == Severity.Error)
            .Select(diagnostic => diagnostic.Layer)
            .ToHashSet(StringComparer.Ordinal);
        var net = NetInference.Run(structure, source, target.Config);
        foreach (var layer in structure.Layers)
        {
            if (net[layer].Fault is { } fault && !blamed.Contains(layer.Path))
            {
                diagnostics.Add(Finding(target.PlaceOf(layer), fault));
            }
        }

        new VariableCheck(target, net, diagnostics).Run();
    }

    private static Diagnostic Finding(CheckPlace place, ShapeFault fault) =>
        new(fault.Code, Severity.Error, $"{fault.Message[..^1]}, in {place.Subject}.")
        {
            Layer = place.Layer,
            Location = (fault.Option is { } option ? place.At(option) : place).Location,
            Suggestion = fault.Suggestion,
        };
}
