using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Small nets over one input of vectors in time, written as the layers only.</summary>
internal static class NetText
{
    /// <summary>What is inferred of a net of these layers; <c>data</c> is [batch, time, in:3].</summary>
    public static InferredConfig Infer(string layers) =>
        InferredConfig.Of(
            $$"""
            from returnn.tensor import Dim, batch_dim
            use_tensorflow = True
            behavior_version = 21
            time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
            label_dim = Dim(None, name="labels", kind=Dim.Types.Spatial)
            in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
            cls_dim = Dim(5, name="cls", kind=Dim.Types.Feature)
            extern_data = {
                "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32"},
                "classes": {"dim_tags": (batch_dim, label_dim), "dtype": "int32", "sparse_dim": cls_dim},
            }
            network = {
            {{layers}}
            "output": {"class": "copy", "from": "data"},
            }
            """
        );

    /// <summary>The dims of a layer by name, or nothing if they are not known.</summary>
    public static string Dims(this InferredConfig config, string path) =>
        config.Layer(path) is { } layer ? string.Join(", ", layer.Dims.Select(dim => dim.Name)) : "";

    /// <summary>All variables with their shapes, sorted by name.</summary>
    public static string[] VariableTexts(this InferredConfig config) =>
        [
            .. config
                .Variables()
                .OrderBy(variable => variable.Key, StringComparer.Ordinal)
                .Select(variable => $"{variable.Key} [{string.Join(", ", variable.Value)}]"),
        ];

    /// <summary>The code of the one fault there is.</summary>
    public static string FaultCode(this InferredConfig config) => Assert.Single(config.Faults).Code;
}
