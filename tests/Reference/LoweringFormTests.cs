using NetDsl.Emit;
using NetDsl.Reference;
using NetDsl.Tests.Lowering;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Reference;

/// <summary>Whatever the rules make of a net, and of one that is almost what they look for, it computes what its blocks do.</summary>
public sealed class LoweringFormTests
{
    public static TheoryData<string> Nets => [.. LoweringNets.All.Keys];

    [Theory]
    [MemberData(nameof(Nets))]
    public void Both_forms_compute_the_same(string net)
    {
        var report = NetVerifier.Verify(LoweringNets.All[net](), ConfigEmitter.Emit, new());

        Findings.None(report.Diagnostics.Select(finding => finding.ToString()));
    }
}
