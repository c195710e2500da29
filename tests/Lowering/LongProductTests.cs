using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>Rules look at every product and every sum: none of them may walk a long one at each of its steps.</summary>
public sealed class LongProductTests
{
    private const int Steps = 20_000;

    [Fact]
    public void A_long_chain_of_sums_and_products_is_emitted_whole()
    {
        var net = EmittedNet.Of(Chain((x, _) => x * 1.5 + 0.5));
        Assert.Equal(Steps, net.Count("eval"));
    }

    [Fact]
    public void A_long_product_of_tensors_is_emitted_whole()
    {
        var net = EmittedNet.Of(Chain((x, gate) => x * gate));
        Assert.Equal(Steps / 2, net.Count("combine"));
    }

    [Fact]
    public void A_long_sum_of_tensors_is_emitted_whole()
    {
        var net = EmittedNet.Of(Chain((x, gate) => gate - x));
        Assert.Equal(Steps / 2, net.Count("combine"));
    }

    [Fact]
    public void A_long_chain_of_powers_and_signs_is_emitted_whole()
    {
        var net = EmittedNet.Of(Chain((x, _) => -Sqrt(x)));
        Assert.Equal(Steps, net.Count("eval"));
    }

    [Fact]
    public void A_long_chain_of_choices_by_the_train_flag_is_emitted_whole()
    {
        var flag = TrainFlag();
        var net = EmittedNet.Of(Chain((x, gate) => Where(flag, x, gate) * gate));
        Assert.Equal(Steps / 2, net.Count("switch"));
    }

    [Fact]
    public void Each_step_may_read_the_one_before_twice()
    {
        var net = EmittedNet.Of(Chain((x, _) => x * x + x));
        Assert.Equal(Steps, net.Count("combine"));
    }

    private static Net Chain(Func<Tensor, Tensor, Tensor> twoSteps)
    {
        var net = new Net("chain");
        var x = net.Input("data", [Dim.Batch, NormNet.Feature]);
        var gate = Relu(x);
        for (var step = 0; step < Steps; step += 2)
        {
            x = twoSteps(x, gate);
        }

        net.Output(x);
        return net;
    }
}
