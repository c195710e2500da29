using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Emitting;

/// <summary>The keys that say how several processes train together.</summary>
public sealed class DistributionTests
{
    [Fact]
    public void Gradients_are_added_up_in_each_step() =>
        Assert.Equal(
            """
            use_horovod = True
            horovod_reduce_type = "grad"
            horovod_avg_grad = True
            horovod_scale_lr = False
            horovod_dataset_distribution = "shard"

            """,
            Emitted(Distribution.HorovodGradients())
        );

    [Fact]
    public void Parameters_are_averaged_every_so_many_steps() =>
        Assert.Equal(
            """
            use_horovod = True
            horovod_reduce_type = "param"
            horovod_param_sync_step = 50
            horovod_scale_lr = True
            horovod_dataset_distribution = "random_seed_offset"

            """,
            Emitted(Distribution.HorovodParameters(everySteps: 50, scaleLearningRate: true))
        );

    [Fact]
    public void Parameters_are_averaged_by_the_clock() =>
        Assert.Contains(
            "horovod_param_sync_time_diff = 100.0\n",
            Emitted(Distribution.HorovodParameters(TimeSpan.FromSeconds(100))),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_servers_of_TensorFlow_are_a_dict_that_is_not_empty() =>
        Assert.Equal("distributed_tf = {\"local_only\": False}\n", Emitted(Distribution.TensorFlow()));

    [Fact]
    public void Parameters_cannot_be_averaged_every_0_steps() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Distribution.HorovodParameters(everySteps: 0));

    private static string Emitted(Distribution distribution)
    {
        var net = Sample.Of(s => s.Net.Loss("size", Ops.ReduceSum(s.Data, [s.In])));
        net.Training = new() { Distribution = distribution };
        var emission = ConfigEmitter.Emit(net, new());
        Assert.Empty(emission.Diagnostics);
        const string Before = "model = \"model/net\"\n";
        return emission.Text[(emission.Text.IndexOf(Before, StringComparison.Ordinal) + Before.Length)..];
    }
}
