namespace NetDsl.Emit;

/// <summary>Who reads each of many things that have numbers, in the order of the recording: one array instead of a list for each.</summary>
internal sealed class ReaderTable
{
    private readonly int[] starts;
    private readonly Node[] readers;

    /// <param name="count">How many things there are.</param>
    /// <param name="reads">The number of what is read, and who reads it.</param>
    internal ReaderTable(int count, List<(int Read, Node Reader)> reads)
    {
        (starts, readers) = (new int[count + 1], new Node[reads.Count]);
        foreach (var (read, _) in reads)
        {
            starts[read + 1]++;
        }

        for (var number = 0; number < count; number++)
        {
            starts[number + 1] += starts[number];
        }

        var next = starts.AsSpan(0, count).ToArray();
        foreach (var (read, reader) in reads)
        {
            readers[next[read]++] = reader;
        }
    }

    /// <summary>The readers of one thing; one that reads it twice is there twice.</summary>
    internal ReadOnlySpan<Node> this[int number] => readers.AsSpan(starts[number]..starts[number + 1]);
}
