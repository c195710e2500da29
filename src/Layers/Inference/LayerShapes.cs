using System.Collections.Frozen;

namespace NetDsl.Layers;

/// <summary>Which class infers the shape of which layer class.</summary>
internal static class LayerShapes
{
    private static readonly FrozenDictionary<string, ILayerShape> byClass = new Dictionary<string, ILayerShape>(
        StringComparer.Ordinal
    )
    {
        ["copy"] = new CopyShape(),
        ["identity"] = new CopyShape(),
        ["linear"] = new LinearShape(),
        ["softmax"] = new LinearShape(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The shape of a layer class, or null if its dims have to be declared.</summary>
    internal static ILayerShape? Find(string layerClass) => byClass.GetValueOrDefault(layerClass);
}
