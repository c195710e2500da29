using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Modules;

/// <summary>Each module that regularizes, in a net with an output and a loss.</summary>
public sealed class RegularizationSnapshots
{
    public static TheoryData<Form> Forms => [Form.Python, Form.Json];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Stochastic_depth(Form form) =>
        await Verify(
                ModuleNet.Text(
                    form,
                    s =>
                    {
                        var block = s.Net.Add("block", new Sequential(new Linear(s.Out), new Linear(s.In)));
                        var depth = s.Net.Add("depth", new StochasticDepth(0.25));
                        return depth.Call(s.Data, x => Relu(block.Call(x)));
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Fact]
    public async Task Spec_augment() =>
        await Verify(
            ModuleNet.Text(
                Form.Python,
                s =>
                    s.Net.Add("augment", new SpecAugment(timeMasks: 4, timeWidth: 20, featureMasks: 2, featureWidth: 2))
                        .Call(s.Data)
            ),
            "py"
        );

    [Fact]
    public async Task Spec_augment_that_minds_lengths_and_steps() =>
        await Verify(
            ModuleNet.Text(
                Form.Python,
                s =>
                    s.Net.Add(
                            "augment",
                            new SpecAugment(timeMasks: 4, timeWidth: 20, featureMasks: 0, featureWidth: 1)
                            {
                                FramesPerMask = 100,
                                FirstStep = 1000,
                            }
                        )
                        .Call(s.Data)
            ),
            "py"
        );
}
