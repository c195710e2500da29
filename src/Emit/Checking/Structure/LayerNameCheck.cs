namespace NetDsl.Emit;

/// <summary>Names that no reference can reach, and those that TensorFlow refuses (contract 3.1, 10).</summary>
internal sealed class LayerNameCheck(NetStructure structure, NetPlaces places, List<Diagnostic> diagnostics)
{
    private const int MostFindings = 100;

    // What stands before a name, or for something else.
    private static readonly string[] prefixes = ["base:", "prev:", "layer:"];

    private int count;

    internal void Run()
    {
        foreach (var layer in structure.All)
        {
            if (!layer.Scope.HoldsOneLayer && Find(layer) is { } finding && count++ < MostFindings)
            {
                diagnostics.Add(finding);
            }
        }
    }

    private Diagnostic? Find(NetLayer layer)
    {
        var slash = layer.Name.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            // RETURNN looks for the layer before the slash, and fails if there is none and the layer is one of those it starts from.
            var isFatal =
                layer is { IsBuilt: true, IsForSearch: false } && !layer.Scope.TryGet(layer.Name[..slash], out _);
            return LayerNameDiagnostics.Unreachable(places.Of(layer), layer.Name) with
            {
                Severity = isFatal ? Severity.Error : Severity.Warning,
            };
        }

        return layer.Name == "none" || prefixes.Any(prefix => layer.Name.StartsWith(prefix, StringComparison.Ordinal))
                ? LayerNameDiagnostics.Unreachable(places.Of(layer), layer.Name)
            : layer.IsBuilt ? FindInvalid(layer)
            : null;
    }

    private Diagnostic? FindInvalid(NetLayer layer)
    {
        switch (layer.Options["name_scope"])
        {
            case null or NoneValue:
                return IsValid(ScopeName.Valid(layer.Name))
                    ? null
                    : LayerNameDiagnostics.InvalidScope(places.Of(layer), "name", layer.Name);
            case StringValue { Value: { Length: > 0 } scope }:
                var absolute = scope[0] == '/' ? scope[1..] : scope;
                return
                    absolute.Length == 0
                    || (IsValid(absolute) && !absolute.EndsWith('/') && absolute[0] is not ('_' or '-'))
                    ? null
                    : LayerNameDiagnostics.InvalidScope(places.Of(layer).At("name_scope"), "name_scope", scope);
            default:
                return null;
        }
    }

    private static bool IsValid(string scope) =>
        scope.Length > 0
        && scope.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '\\' or '/' or '>' or '-');
}
