using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>The full names of a layer's variables: the scopes of the nets around it, its own, and the name below (contract 10).</summary>
internal static class VariableScopes
{
    internal static ImmutableArray<LayerVariable> Name(NetLayer layer, IReadOnlyList<LayerVariable> variables)
    {
        if (variables.Count == 0)
        {
            return [];
        }

        var scope = ScopeName.Of(layer);
        return [.. variables.Select(variable => variable with { Name = ScopeName.Join(scope, variable.Name) })];
    }
}
