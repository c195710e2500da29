namespace NetDsl;

/// <content>A net that grows: other nets for the epochs before it.</content>
public sealed partial class Net
{
    /// <summary>The nets of earlier epochs with the first epoch of each, in order; none for a net that stays the same.</summary>
    internal IReadOnlyList<(int FirstEpoch, Net Net)> Earlier { get; private set; } = [];

    /// <summary>The epoch from which on this net is trained.</summary>
    internal int FirstEpoch { get; private set; } = 1;

    /// <summary>Whether it is a stage of a net that grows.</summary>
    internal bool IsStage { get; private set; }

    /// <summary>
    /// Declares a net that grows while it is trained. Parameters of layers that have the same name in two stages are carried from one to
    /// the next; of those with another size, what fits. One config is emitted, with RETURNN's <c>get_network</c>.
    /// </summary>
    /// <example><code>
    /// static Net Growing() => Net.Grow((1, () => Model(blocks: 2)), (6, () => Model(blocks: 4)), (11, () => Model(blocks: 6)));
    /// </code></example>
    /// <param name="stages">
    /// From which epoch on, beginning with 1, and what records the net. The dims of the inputs are the same objects in all stages: they
    /// are made once, outside.
    /// </param>
    /// <returns>The net of the last stage; its name, task and training are those of the config.</returns>
    /// <exception cref="ArgumentException">There is no stage, the first is not from epoch 1 on, or one does not come after the one before.</exception>
    public static Net Grow(params ReadOnlySpan<(int FirstEpoch, Func<Net> Record)> stages)
    {
        if (stages.Length == 0 || stages[0].FirstEpoch != 1)
        {
            throw new ArgumentException("The first stage is from epoch 1 on.", nameof(stages));
        }

        var recorded = new List<(int FirstEpoch, Net Net)>();
        foreach (var (first, record) in stages)
        {
            ArgumentNullException.ThrowIfNull(record);
            if (recorded.Count > 0 && first <= recorded[^1].FirstEpoch)
            {
                throw new ArgumentException("Each stage begins after the one before.", nameof(stages));
            }

            var net = Alone(record);
            net.IsStage = true;
            recorded.Add((first, net));
        }

        var last = recorded[^1].Net;
        recorded.RemoveAt(recorded.Count - 1);
        (last.Earlier, last.FirstEpoch) = (recorded, stages[^1].FirstEpoch);
        return last;
    }

    // In a flow of its own: the net of one stage must not be the ambient one of the next.
    private static Net Alone(Func<Net> record)
    {
        Net? net = null;
        ExecutionContext.Run(ExecutionContext.Capture()!, _ => net = record(), state: null);
        return net ?? throw new ArgumentException("A stage has no net.", nameof(record));
    }
}
