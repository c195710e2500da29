namespace NetDsl.Emit;

/// <summary>
/// Layers that share variables without saying so: because their names are one to TensorFlow, or because they are namesakes in the
/// two branches of a cond (contract 3.1, 5).
/// </summary>
internal sealed class VariableSharingCheck(NetStructure structure, NetPlaces places, List<Diagnostic> diagnostics)
{
    private const int MostFindings = 100;

    private readonly Dictionary<string, NetLayer> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<NetLayer, bool> isScoped = [];
    private readonly HashSet<(object, object)> reported = [];

    internal void Run()
    {
        foreach (var layer in structure.Layers)
        {
            // A name_scope says where variables belong, and may share them on purpose.
            if (layer.Options["reuse_params"] is null or NoneValue && !IsScoped(layer))
            {
                Check(layer);
            }
        }
    }

    private void Check(NetLayer layer)
    {
        var marks = LayerParameters.MarksOf(layer);
        if (marks.Count == 0)
        {
            return;
        }

        var scope = ScopeName.Of(layer);
        foreach (var mark in marks)
        {
            var variable = ScopeName.Join(scope, mark);
            if (!owners.TryAdd(variable, layer) && owners[variable] != layer)
            {
                Report(owners[variable], layer, variable);
                return;
            }
        }
    }

    private void Report(NetLayer first, NetLayer layer, string variable)
    {
        var (a, b) = Fork(first, layer);
        if (reported.Count >= MostFindings || !reported.Add((a, b)))
        {
            return;
        }

        if ((a, b) is (NetScope { Owner: { } cond }, NetScope))
        {
            diagnostics.Add(LayerNameDiagnostics.SharedByBranches(places.Of(layer), layer, cond, variable));
        }
        else if ((a, b) is (NetLayer one, NetLayer other))
        {
            diagnostics.Add(LayerNameDiagnostics.SameScope(places.Of(other), other, one, variable));
        }
    }

    /// <summary>Where the ways to two layers part: two layers of one scope, or two scopes of one layer.</summary>
    private static (object First, object Second) Fork(NetLayer first, NetLayer second)
    {
        var (a, b) = (Way(first), Way(second));
        var i = 0;
        while (i < a.Count - 1 && i < b.Count - 1 && a[i] == b[i])
        {
            i++;
        }

        return (a[i], b[i]);
    }

    private static List<object> Way(NetLayer layer)
    {
        var way = new List<object> { layer };
        for (var scope = layer.Scope; scope.Owner is { } owner; scope = owner.Scope)
        {
            way.Add(scope);
            way.Add(owner);
        }

        way.Reverse();
        return way;
    }

    private bool IsScoped(NetLayer layer)
    {
        if (!isScoped.TryGetValue(layer, out var result))
        {
            result =
                layer.Options["name_scope"] is not (null or NoneValue)
                || ExtraNetPrefix.Of(layer.Name).Length > 0
                || (layer.Scope.Owner is { } owner && IsScoped(owner));
            isScoped.Add(layer, result);
        }

        return result;
    }
}
