using CsCheck;
using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Reference;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Reference;

/// <summary>A net around what a rule fuses, made so that each of its parameters and inputs has a gradient that counts.</summary>
internal static class FormNet
{
    private const int Variants = 25;

    /// <summary>The net: what is called reads the data through a map, and its result is curved before it is a loss.</summary>
    internal static Net Of(Func<Sample, Tensor, Tensor> call, int features) =>
        Sample.Of(sample =>
        {
            var before = sample.Net.Add("before", new Linear(Dim.Feature("before", features)));
            var result = call(sample, before.Call(sample.Data));
            sample.Net.Loss("energy", Sigmoid((result * 2.0) + 0.3));
            sample.Net.Output(result);
        });

    /// <summary>One of these.</summary>
    internal static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    /// <summary>Makes variants of a net at random: both forms of each compute the same, and the rule fires in some.</summary>
    internal static void Hold<T>(string rule, Gen<T> variants, Func<T, Net> net)
    {
        var fired = 0;
        variants.Sample(
            variant =>
            {
                var report = NetVerifier.Verify(net(variant), ConfigEmitter.Emit, new() { Batches = 1 });
                Assert.Equal("", string.Join('\n', report.Diagnostics));
                fired += report.Rows.Count(row => row.Subject == rule);
            },
            iter: Variants,
            threads: 1
        );
        Assert.True(fired > 0, $"{rule} fires in none of the variants");
    }
}
