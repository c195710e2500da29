using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>Which variable a layer reads or writes, through others that do so before it.</summary>
internal static class VariableAccess
{
    // A chain of reads and writes may be as long as it likes, but not a circle.
    private const int MostSteps = 100_000;

    /// <summary>The variable's name, and what it holds there; null if the option names no variable, and the step then says so.</summary>
    internal static (string Parameter, NdArray Held)? Of(LayerStep step, string option)
    {
        var reference = step.Layer.References.FirstOrDefault(item => item.Option == option);
        if (
            reference?.Target is LayerTarget { Layer: var layer }
            && step.State.Variables.TryGetValue(layer, out var access)
        )
        {
            return access;
        }

        step.Refuse(option);
        return null;
    }

    /// <summary>The axes of the variable; null if they are not known, and the step then says so.</summary>
    internal static TensorType? Type(LayerStep step, string option)
    {
        var reference = step.Layer.References.First(item => item.Option == option);
        for (var steps = 0; reference?.Target is LayerTarget { Layer: var layer } && steps < MostSteps; steps++)
        {
            if (layer.ClassName == "variable")
            {
                return step.State.Net[layer].Type;
            }

            reference = layer.References.FirstOrDefault(item => item.Option == option);
        }

        step.Refuse(option);
        return null;
    }

    /// <summary>The layers that have to be done before.</summary>
    internal static IEnumerable<NetLayer> Awaited(NetLayer layer) =>
        layer
            .References.Where(reference => reference.Option == "control_dependencies")
            .Select(reference => reference.Target)
            .OfType<LayerTarget>()
            .Select(target => target.Layer);
}
