using CsCheck;
using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Reference;
using NetDsl.Tests.Emitting;
using NetDsl.Tests.Lowering;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Reference;

/// <summary>A net around what a rule fuses, made so that each of its parameters and inputs has a gradient that counts.</summary>
/// <param name="Call">What is fused; reads the second argument.</param>
/// <param name="Features">How many features it reads.</param>
internal sealed record FormNet(Func<Sample, Tensor, Tensor> Call, int Features)
{
    private const int Variants = 25;

    /// <summary>What stands before it.</summary>
    internal enum Before
    {
        Map,
        Activation,
        Recurrence,
        Mask,
        Dropout,
    }

    /// <summary>The net: the result is curved before it is a loss.</summary>
    internal Net Behind(Before before = Before.Map) =>
        Sample.Of(sample =>
        {
            var result = Call(sample, Source(sample, before));
            sample.Net.Loss("energy", Sigmoid((result * 2.0) + 0.3));
            sample.Net.Output(result);
        });

    /// <summary>One of these.</summary>
    internal static Gen<T> OneOf<T>(params T[] choices) =>
        Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    /// <summary>Makes variants of a net at random: both forms of each compute the same and begin with the same, and the rule fires in some.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="variants">What differs.</param>
    /// <param name="net">The net of a variant.</param>
    /// <param name="isPlain">Whether all variables are made outside of loops, by layers with one source.</param>
    internal static void Hold<T>(string rule, Gen<T> variants, Func<T, FormNet> net, bool isPlain = true)
    {
        var fired = 0;
        Gen.Select(variants, OneOf(Enum.GetValues<Before>()))
            .Sample(
                variant =>
                {
                    var made = net(variant.Item1).Behind(variant.Item2);
                    var report = NetVerifier.Verify(made, ConfigEmitter.Emit, new() { Batches = 1 });
                    Assert.Equal("", string.Join('\n', report.Diagnostics));
                    if (isPlain)
                    {
                        Assert.Equal(
                            CheckpointVariables.Of(EmittedNet.FromBlocks(net(variant.Item1).Behind(variant.Item2))),
                            CheckpointVariables.Of(EmittedNet.Whole(net(variant.Item1).Behind(variant.Item2)))
                        );
                    }

                    fired += report.Rows.Count(row => row.Subject == rule);
                },
                iter: Variants,
                threads: 1
            );
        Assert.True(fired > 0, $"{rule} fires in none of the variants");
    }

    // A recurrent layer puts the time first.
    private Tensor Source(Sample sample, Before before)
    {
        var features = Dim.Feature("before", Features);
        if (before == Before.Recurrence)
        {
            return sample.Net.Add("before", new Lstm(features)).Call(sample.Data);
        }

        var map = sample.Net.Add("before", new Linear(features)).Call(sample.Data);
        return before switch
        {
            Before.Activation => Tanh(map),
            Before.Mask => MaskFrames(map, sample.Time),
            Before.Dropout => Dropout(map, 0.2),
            _ => map,
        };
    }
}
