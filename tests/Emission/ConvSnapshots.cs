using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Emitting;

/// <summary>Modules with windows, each alone in a net.</summary>
public sealed class ConvSnapshots
{
    public static TheoryData<Form> Forms => [Form.Python, Form.PythonPrimitive, Form.Json];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Conv_over_time(Form form) =>
        await Verify(
                Text(form, s => Relu(s.Net.Add("conv", new Conv1d(s.Out, 5, stride: 2)).Call(s.Data))),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Conv_depthwise_and_pointwise(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        var depthwise = s.Net.Add("depthwise", Conv1d.Depthwise(s.In, 5, bias: false));
                        return s.Net.Add("pointwise", new Conv1d(s.In, 1)).Call(depthwise.Call(s.Data));
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Conv_over_time_and_features(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        var conv = s.Net.Add("conv", new Conv2d(s.Out, (5, 2), padding: WindowPadding.Valid));
                        return conv.Call(ExpandDim(s.Data, Dim.Feature("one", 1)), s.Time, s.In);
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Transposed_conv_over_time(Form form) =>
        await Verify(
                Text(form, s => s.Net.Add("up", new TransposedConv1d(s.Out, 5, 2)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Conv_front_end(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        ConvStage[] stages =
                        [
                            new(Dim.Feature("conv1", 32)) { Pool = (1, 2) },
                            new(Dim.Feature("conv2", 64)) { Strides = (3, 1) },
                        ];
                        return s.Net.Add("front", new ConvSubsampling(stages, Dim.Feature("model", 8))).Call(s.Data);
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Fact]
    public async Task Res_net() =>
        await Verify(
            Text(
                Form.Python,
                s =>
                {
                    ResNetStage[] stages = [new(s.Out, 1), new(Dim.Feature("c2", 8), 1) { Strides = (1, 2) }];
                    return s.Net.Add("net", new ResNet(stages)).Call(s.Data);
                }
            ),
            Emitted.Extension(Form.Python)
        );

    [Fact]
    public async Task Lace_block() =>
        await Verify(
            Text(
                Form.Python,
                s =>
                {
                    var block = s.Net.Add("block", new LaceBlock(s.Out, jumps: 1));
                    return block.Call(ExpandDim(s.Data, Dim.Feature("one", 1)), s.Time, s.In);
                }
            ),
            Emitted.Extension(Form.Python)
        );

    private static string Text(Form form, Func<Sample, Tensor> call) =>
        Emitted.Text(Sample.Of(sample => sample.Net.Output(call(sample))), form);
}
