using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// The variables that a layer makes, by their full names: the scopes of the nets around it, its own, and the name below
/// (contract 10). A layer that is not trainable makes none that is, and so does one inside it.
/// </summary>
internal static class VariableScopes
{
    internal static ImmutableArray<LayerVariable> Name(NetLayer layer, IReadOnlyList<LayerVariable> variables)
    {
        if (variables.Count == 0)
        {
            return [];
        }

        var scope = ScopeName.Of(layer);
        var isTrainable = IsTrainable(layer);
        return
        [
            .. ReusedVariables
                .Own(layer, variables)
                .Select(variable =>
                    variable with
                    {
                        Name = ScopeName.Join(scope, variable.Name),
                        IsTrainable = variable.IsTrainable && isTrainable,
                    }
                ),
        ];
    }

    private static bool IsTrainable(NetLayer? layer)
    {
        for (; layer is not null; layer = layer.Scope.Owner)
        {
            if (layer.Options["trainable"] is { } trainable && !LayerCall.IsTrue(trainable))
            {
                return false;
            }
        }

        return true;
    }
}
