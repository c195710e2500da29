using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Updates and reads of what is no variable (contract 4.2).</summary>
internal sealed class VariableReferenceCheck(NetStructure structure, NetPlaces places, List<Diagnostic> diagnostics)
{
    private const int MostFindings = 100;

    // RETURNN goes through updates and reads to the variable behind them, through nothing else.
    private static readonly HashSet<string> allowed = new(StringComparer.Ordinal)
    {
        "variable",
        "variable_assign",
        "variable_read",
    };

    internal void Run()
    {
        var wrong = structure
            .Layers.Where(layer => layer.ClassName is "variable_assign" or "variable_read")
            .SelectMany(layer => layer.References, (layer, reference) => (Layer: layer, Reference: reference))
            .Where(pair => pair.Reference.Option == "var");
        foreach (var (layer, reference) in wrong.Where(pair => IsNoVariable(pair.Reference.Target)).Take(MostFindings))
        {
            var finding = ConstructionDiagnostics.NoVariable(places.Of(layer, reference), layer, reference);
            diagnostics.Add(layer.IsForSearch ? finding with { Severity = Severity.Warning } : finding);
        }
    }

    private static bool IsNoVariable(ReferenceTarget target) =>
        target switch
        {
            LayerTarget { Layer: { IsCode: false } named } => Catalog.Returnn.Layers.ContainsKey(named.ClassName)
                && !allowed.Contains(named.ClassName),
            ExternDataTarget { RegisteredBy: null } => true,
            _ => false,
        };
}
