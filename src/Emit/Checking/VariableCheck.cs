using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Variables that several layers have: by accident of their names, or by <c>reuse_params</c> (contract 3.8, 10).</summary>
internal sealed class VariableCheck(CheckTarget target, InferredNet net, List<Diagnostic> diagnostics)
{
    private const string Option = "reuse_params";

    /// <summary>Checks all layers whose variables are known.</summary>
    internal void Run()
    {
        var made = new Dictionary<string, (LayerVariable Variable, NetLayer By)>(StringComparer.Ordinal);
        foreach (var layer in net.Structure.Layers)
        {
            foreach (var variable in net[layer].Variables)
            {
                if (!made.TryAdd(variable.Name, (variable, layer)))
                {
                    CheckShared(layer, variable, made[variable.Name]);
                }
            }

            if (layer.Options[Option] is not (null or NoneValue) && net[layer].KnowsVariables)
            {
                CheckReused(layer);
            }
        }
    }

    private void CheckShared(NetLayer layer, LayerVariable variable, (LayerVariable Variable, NetLayer By) first)
    {
        if (!variable.Shape.AsSpan().SequenceEqual(first.Variable.Shape.AsSpan()))
        {
            diagnostics.Add(
                VariableDiagnostics.TwoShapes(
                    target.PlaceOf(layer),
                    variable.Name,
                    variable.Shape,
                    first.By.Path,
                    first.Variable.Shape
                )
            );
        }
    }

    private void CheckReused(NetLayer layer)
    {
        var reuse = layer.Options[Option] as DictValue;
        var map = reuse?["map"] as DictValue;
        var whole = SourceOf(layer, Option) ?? SourceOf(layer, $"{Option}/reuse_layer");
        if (reuse is not null && (reuse["custom"] is not null || reuse["map"] is CodeValue))
        {
            return;
        }

        foreach (var variable in net[layer].Asked)
        {
            if (map?[variable.Name] is { } given)
            {
                CheckTaken(
                    layer,
                    variable,
                    given is StringValue ? SourceOf(layer, $"{Option}/map/{variable.Name}") : null
                );
            }
            else if (whole is not null)
            {
                CheckTaken(layer, variable, whole);
            }
            else if (map is not null && !reuse!.IsOn("auto_create_missing"))
            {
                diagnostics.Add(VariableDiagnostics.NotInMap(target.PlaceOf(layer).At(Option), variable.Name));
            }
        }
    }

    private void CheckTaken(NetLayer layer, LayerVariable variable, NetLayer? source)
    {
        if (source is null || !net[source].KnowsVariables)
        {
            return;
        }

        var place = target.PlaceOf(layer).At(Option);
        var taken = net[source].Asked.FirstOrDefault(other => other.Name == variable.Name);
        if (taken is null)
        {
            diagnostics.Add(VariableDiagnostics.NothingToReuse(place, variable.Name, source.Path));
        }
        else if (!taken.Shape.AsSpan().SequenceEqual(variable.Shape.AsSpan()))
        {
            diagnostics.Add(
                VariableDiagnostics.ReusedWithOtherShape(place, variable.Name, variable.Shape, source.Path, taken.Shape)
            );
        }
    }

    private static NetLayer? SourceOf(NetLayer layer, string option) =>
        layer.References.FirstOrDefault(reference => reference.Option == option)?.Target is LayerTarget found
            ? found.Layer
            : null;
}
