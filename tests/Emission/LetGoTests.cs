using System.Runtime.CompilerServices;
using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Emitting;

/// <summary>What an emission keeps in memory.</summary>
public sealed class LetGoTests
{
    [Fact]
    public void A_net_can_go_once_it_is_emitted()
    {
        var (net, emission) = Emitted();

        GC.Collect();

        Assert.False(net.IsAlive);
        GC.KeepAlive(emission);
    }

    [Fact]
    public void A_pattern_that_is_recorded_beside_a_net_does_not_keep_it()
    {
        var (net, pattern) = RecordedBeside();

        GC.Collect();

        Assert.False(net.IsAlive);
        GC.KeepAlive(pattern);
    }

    // Methods of their own: what a method has held it may hold until it returns.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Net, Emission Emission) Emitted()
    {
        var net = Recorded();
        return (new(net), ConfigEmitter.Emit(net, new() { Format = ConfigFormat.Python }));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Net, Net Pattern) RecordedBeside()
    {
        var net = Recorded();
        var pattern = Net.ForPattern("pattern");
        net.Build();
        return (new(net), pattern);
    }

    private static Net Recorded()
    {
        var net = new Net("steps");
        var data = net.Input("data", [Dim.Batch, Dim.Dynamic("time"), Dim.Feature("in", 9)]);
        net.Output(Ops.Tanh(data));
        return net;
    }
}
