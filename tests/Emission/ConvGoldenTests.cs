using NetDsl.Layers;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Inference;
using NetDsl.Tests.Repository;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Emitting;

/// <summary>Modules with windows are emitted as the layers that RETURNN ran, with its dims and its variables.</summary>
public sealed class ConvGoldenTests
{
    private static readonly Dictionary<string, Func<Sample, Tensor, Tensor>> models = new()
    {
        ["conv1d_same_s1_d1"] = (s, x) => Conv(s, x, WindowPadding.Same, 1, 1),
        ["conv1d_same_s1_d2"] = (s, x) => Conv(s, x, WindowPadding.Same, 1, 2),
        ["conv1d_same_s2_d1"] = (s, x) => Conv(s, x, WindowPadding.Same, 2, 1),
        ["conv1d_valid_s1_d1"] = (s, x) => Conv(s, x, WindowPadding.Valid, 1, 1),
        ["conv1d_valid_s1_d2"] = (s, x) => Conv(s, x, WindowPadding.Valid, 1, 2),
        ["conv1d_valid_s3_d1"] = (s, x) => Conv(s, x, WindowPadding.Valid, 3, 1),
        ["conv1d_depthwise"] = (s, x) => s.Net.Add("y", new Conv1d(Dim.Feature("o3", 3), 3, groups: 3)).Call(x),
        ["conv2d_subsample"] = (s, x) =>
        {
            var one = Dim.Feature("one", 1);
            var conv = s.Net.Add("c", new Conv2d(s.Out, (3, 3), strides: (2, 1)));
            var convolved = conv.Call(ExpandDim(x, one).Named("e"), s.Time, s.In);
            return MergeDims(convolved, [s.In, s.Out]).Named("y");
        },
        ["transposed_conv1d"] = (s, x) => s.Net.Add("y", new TransposedConv1d(s.Out, 3, 2)).Call(x),
    };

    public static TheoryData<string> Names => [.. models.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_has_the_options_that_RETURNN_ran(string name)
    {
        var golden = NetSummary.OfPython(GoldenFiles.Case(name).Config);
        var ours = Emitted.Summary(Of(name));

        Findings.None(
            from layer in golden.Layers
            where layer.Path is "c" or "e" or "y"
            from option in layer.Options
            where (layer.Class, option.Key) is not ("merge_dims", "out_dim")
            let found = ours[layer.Path].Options.GetValueOrDefault(option.Key)
            where Listed(found) != Listed(option.Value)
            select $"{layer.Path}: {option.Key} is {found}, RETURNN ran {option.Value}"
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_has_the_dims_that_RETURNN_reported(string name)
    {
        var golden = GoldenFiles.Case(name);
        foreach (var form in (Form[])[Form.Python, Form.PythonPrimitive])
        {
            var inferred = InferredConfig.Of(Emitted.Text(Of(name), form));
            var compared = golden
                .Layers.Where(layer => layer.Key is "x" || (form == Form.Python && layer.Key is "c" or "e" or "y"))
                .ToDictionary(StringComparer.Ordinal);

            Findings.None([
                .. inferred.Faults.Select(fault => fault.Message),
                .. Agreement.OfLayers(inferred, compared),
                .. Agreement.Missing(inferred, compared),
            ]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fused_or_not_the_variables_are_those_that_RETURNN_made(string name)
    {
        var golden = GoldenFiles
            .Case(name)
            .Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Key} {string.Join('x', parameter.Value.Shape)}");
        foreach (var form in (Form[])[Form.Python, Form.PythonPrimitive])
        {
            var ours = InferredConfig
                .Of(Emitted.Text(Of(name), form))
                .Variables()
                .OrderBy(variable => variable.Key, StringComparer.Ordinal)
                .Select(variable => $"{variable.Key} {string.Join('x', variable.Value)}");
            Assert.Equal(golden, ours);
        }
    }

    private static Net Of(string name) =>
        Sample.Of(s =>
            s.Net.Output(Square(models[name](s, (s.Data * new Parameter([s.In], name: "w/param")).Named("x"))))
        );

    private static Tensor Conv(Sample s, Tensor x, WindowPadding padding, int stride, int dilation) =>
        s.Net.Add("y", new Conv1d(s.Out, 3, padding: padding, stride: stride, dilation: dilation)).Call(x);

    // A tuple, a list, and one number for all say the same.
    private static string? Listed(string? value) =>
        value?.Replace('(', '[').Replace(')', ']').Replace(",]", "]", StringComparison.Ordinal).Trim('[', ']');
}
