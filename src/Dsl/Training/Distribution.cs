using System.Collections.Immutable;

namespace NetDsl;

/// <summary>How several processes train one net together: the keys that RETURNN reads for it (its <c>tf/horovod.py</c>, <c>tf/distributed.py</c>).</summary>
/// <example><code>Distribution = Distribution.HorovodParameters(everySteps: 100)</code></example>
public sealed record Distribution
{
    private Distribution(params ReadOnlySpan<KeyValuePair<string, OptionValue>> entries) => Entries = [.. entries];

    /// <summary>The top-level keys, in the order written.</summary>
    public ImmutableArray<KeyValuePair<string, OptionValue>> Entries { get; }

    /// <summary>Horovod: all processes add up their gradients in each step, so that all have the same parameters.</summary>
    /// <param name="average">Whether the mean of the gradients counts, not their sum.</param>
    /// <param name="scaleLearningRate">Whether the learning rate is multiplied by the number of processes.</param>
    /// <param name="data">Who reads which data.</param>
    public static Distribution HorovodGradients(
        bool average = true,
        bool scaleLearningRate = false,
        DataShare data = DataShare.Shards
    ) =>
        new([
            new("use_horovod", true),
            new("horovod_reduce_type", "grad"),
            new("horovod_avg_grad", average),
            new("horovod_scale_lr", scaleLearningRate),
            new("horovod_dataset_distribution", Word(data)),
        ]);

    /// <summary>Horovod: each process trains by itself, and every so many steps all take the mean of their parameters.</summary>
    /// <param name="everySteps">After how many steps, at least 1.</param>
    /// <param name="scaleLearningRate">Whether the learning rate is multiplied by the number of processes.</param>
    /// <param name="data">Who reads which data; with <see cref="DataShare.SeedOffsets"/> no process waits for the others in between.</param>
    public static Distribution HorovodParameters(
        int everySteps = 100,
        bool scaleLearningRate = false,
        DataShare data = DataShare.SeedOffsets
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(everySteps, 1);
        return Parameters(new("horovod_param_sync_step", everySteps), scaleLearningRate, data);
    }

    /// <summary>As <see cref="HorovodParameters(int, bool, DataShare)"/>, by the clock.</summary>
    /// <param name="every">After how much time.</param>
    /// <param name="scaleLearningRate">Whether the learning rate is multiplied by the number of processes.</param>
    /// <param name="data">Who reads which data.</param>
    public static Distribution HorovodParameters(
        TimeSpan every,
        bool scaleLearningRate = false,
        DataShare data = DataShare.SeedOffsets
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero);
        return Parameters(new("horovod_param_sync_time_diff", every.TotalSeconds), scaleLearningRate, data);
    }

    /// <summary>
    /// TensorFlow's servers, one in each process; who they are comes from the environment (<c>TF_CONFIG</c>) or from MPI. It says nothing
    /// about gradients.
    /// </summary>
    /// <param name="localOnly">Whether there is one process only, to try it.</param>
    public static Distribution TensorFlow(bool localOnly = false) =>
        // An empty dict would mean no.
        new([new("distributed_tf", OptionValue.Dict(("local_only", localOnly)))]);

    private static Distribution Parameters(
        KeyValuePair<string, OptionValue> sync,
        bool scaleLearningRate,
        DataShare data
    ) =>
        new([
            new("use_horovod", true),
            new("horovod_reduce_type", "param"),
            sync,
            new("horovod_scale_lr", scaleLearningRate),
            new("horovod_dataset_distribution", Word(data)),
        ]);

    private static string Word(DataShare data) => data == DataShare.Shards ? "shard" : "random_seed_offset";
}
