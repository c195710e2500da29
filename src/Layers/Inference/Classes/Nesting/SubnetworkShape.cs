using System.Globalization;

namespace NetDsl.Layers;

/// <summary><c>subnetwork</c>: a net inside, whose <c>output</c> is that of the layer (contract 3.4).</summary>
internal sealed class SubnetworkShape : INestingShape
{
    public TensorType? Infer(LayerCall call) => call.Inner("subnetwork") ?? call.Unknown();

    public TensorType? InnerData(LayerCall call, string key)
    {
        var name = key.StartsWith("data:", StringComparison.Ordinal) ? key["data:".Length..] : key;
        if (!call.IsGiven("from"))
        {
            return call.Extern(name);
        }

        if (call.Flag("concat_sources", otherwise: true))
        {
            return name == "data" ? ConcatSources.Input(call, feature: null) : call.Extern(name);
        }

        return Numbered(call, name) is { } index ? Source(call, index) : call.Extern(name);
    }

    private static int? Numbered(LayerCall call, string name)
    {
        var sources = call.List("from");
        for (var index = 0; index < sources.Length; index++)
        {
            if (
                (sources[index] is StringValue source && source.Value == name)
                || name == index.ToString(CultureInfo.InvariantCulture)
                || (name == "data" && index == 0)
            )
            {
                return index;
            }
        }

        return null;
    }

    private static TensorType? Source(LayerCall call, int index) =>
        call.IsOpaque || index >= call.Sources.Length ? null : call.Sources[index];
}
