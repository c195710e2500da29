using NetDsl.Tests.Emitting;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Inference;
using static NetDsl.Ops;

namespace NetDsl.Tests.Modules;

/// <summary>A net around one module, with an output and a loss, and what RETURNN is expected to make of it.</summary>
internal static class ModuleNet
{
    /// <summary>The net: the output is what is called, the loss the mean of its squares.</summary>
    public static Net Of(Func<Sample, Tensor> call) =>
        Sample.Of(sample =>
        {
            var result = call(sample);
            sample.Net.Loss("energy", ReduceMean(Square(result), [result.Dims.Feature!]));
            sample.Net.Output(result);
        });

    /// <summary>The config of that net.</summary>
    public static string Text(Form form, Func<Sample, Tensor> call) => Emitted.Text(Of(call), form);

    /// <summary>The layers of that net.</summary>
    public static NetSummary Summary(Func<Sample, Tensor> call, Form form = Form.Python) =>
        Emitted.Summary(Of(call), form);

    /// <summary>The variables that RETURNN makes, each with its shape, sorted.</summary>
    public static string[] Variables(Func<Sample, Tensor> call) => Inferred(call).VariableTexts();

    /// <summary>What is inferred of the config as if somebody else had written it.</summary>
    public static InferredConfig Inferred(Func<Sample, Tensor> call) => InferredConfig.Of(Text(Form.Python, call));

    /// <summary>The classes of the layers, sorted by the layers' names.</summary>
    public static string[] Classes(Func<Sample, Tensor> call) =>
        [
            .. Summary(call)
                .Layers.Where(layer => layer.Path is not ("square" or "energy"))
                .Select(layer => $"{layer.Path} {layer.Class}"),
        ];
}
