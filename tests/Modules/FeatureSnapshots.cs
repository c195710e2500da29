using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Modules;

/// <summary>Features of raw audio, before a layer that is trained.</summary>
public sealed class FeatureSnapshots
{
    public static TheoryData<Form> Forms => [Form.Python, Form.Json];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Log_mel(Form form) =>
        await Verify(
                Signals.Text(form, audio => new LogMel(Dim.Feature("mel", 80)).Call(audio).Features),
                Emitted.Extension(form)
            )
            .UseParameters(form);
}
