namespace NetDsl.Emit;

/// <summary>Something for each of many results of nodes. Nearly all nodes have one result, and only the others cost a hash.</summary>
/// <param name="count">How many nodes there are; more may come.</param>
internal sealed class ResultTable<T>(int count)
    where T : class
{
    private readonly Dictionary<(Node Node, int Index), T> further = [];
    private T?[] first = new T?[count];

    /// <summary>What there is for a result; null if there is nothing.</summary>
    internal T? this[Tensor result] =>
        result.Index > 0 ? further.GetValueOrDefault((result.Node, result.Index))
        : (uint)result.Node.Slot < (uint)first.Length ? first[result.Node.Slot]
        : null;

    /// <summary>Adds something for a result; once.</summary>
    internal void Add(Tensor result, T item)
    {
        if (this[result] is not null)
        {
            throw new InvalidOperationException($"There is something for {result} already.");
        }

        if (result.Index > 0)
        {
            further.Add((result.Node, result.Index), item);
            return;
        }

        if (result.Node.Slot >= first.Length)
        {
            Array.Resize(ref first, Math.Max(result.Node.Slot + 1, first.Length * 5 / 4));
        }

        first[result.Node.Slot] = item;
    }
}
