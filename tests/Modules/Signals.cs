using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using NetDsl.Tests.Inference;
using static NetDsl.Ops;

namespace NetDsl.Tests.Modules;

/// <summary>A net that reads audio, with a layer that is trained behind the features.</summary>
internal static class Signals
{
    /// <summary>The config.</summary>
    public static string Text(Form form, Func<Tensor, Tensor> features, int? channels = 1)
    {
        var net = new Net("signals");
        var samples = Dim.Dynamic("samples");
        Shape dims = channels is { } count ? [Dim.Batch, samples, Dim.Feature("channel", count)] : [Dim.Batch, samples];
        var encoded = new Linear(Dim.Feature("classes", 7)).Call(features(net.Input("data", dims)));
        net.Loss("energy", ReduceMean(Square(encoded), [encoded.Dims.Feature!]));
        net.Output(encoded);
        return Emitted.Text(net, form);
    }

    /// <summary>What is inferred of the config.</summary>
    public static InferredConfig Inferred(Func<Tensor, Tensor> features, int? channels = 1) =>
        InferredConfig.Of(Text(Form.Python, features, channels));
}
