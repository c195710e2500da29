using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Which of its variables a layer takes from others instead of making them (<c>reuse_params</c>, contract 3.8).</summary>
internal static class ReusedVariables
{
    /// <summary>The variables that the layer makes itself.</summary>
    internal static IEnumerable<LayerVariable> Own(NetLayer layer, IReadOnlyList<LayerVariable> variables) =>
        layer.Options["reuse_params"] switch
        {
            null or NoneValue => variables,
            DictValue reuse => variables.Where(variable => IsOwn(reuse, variable.Name)),
            _ => [],
        };

    private static bool IsOwn(DictValue reuse, string name)
    {
        if (reuse["map"] is not DictValue map || map[name] is not { } given)
        {
            return reuse["reuse_layer"] is null or NoneValue && reuse["custom"] is null or NoneValue;
        }

        return given is NoneValue or DictValue { Count: 0 };
    }
}
