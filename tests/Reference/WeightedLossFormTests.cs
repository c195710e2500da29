using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Reference;
using NetDsl.Tests.Emitting;
using NetDsl.Tests.Repository;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Reference;

/// <summary>Losses that a model weighs itself, computed in both forms.</summary>
public sealed class WeightedLossFormTests
{
    [Fact]
    public void A_loss_of_sequences_that_have_weights_can_be_verified()
    {
        var net = Sample.Of(s =>
        {
            var weight = s.Net.Input("weight", [Dim.Batch]);
            var target = s.Net.Input("classes", [Dim.Batch], sparse: s.Out);
            var logits = s.Net.Add("out", new Linear(s.Out)).Call(ReduceMean(s.Data, [s.Time]));
            s.Net.Loss("weighted", CrossEntropy(logits, target) * weight, normalizer: weight);
            s.Net.Output(logits);
        });

        var report = NetVerifier.Verify(net, ConfigEmitter.Emit, new());

        Findings.None(report.Diagnostics.Select(finding => finding.ToString()));
    }
}
