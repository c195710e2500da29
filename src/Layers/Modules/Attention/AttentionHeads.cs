namespace NetDsl.Layers;

/// <summary>How the features of keys and values are dealt out to heads. The first features of each are those of the first head.</summary>
internal sealed class AttentionHeads
{
    private readonly int keySize;
    private readonly int valueSize;

    /// <summary>Features dealt out to heads.</summary>
    /// <param name="count">How many heads there are.</param>
    /// <param name="keySize">The features of the keys of all heads together; as many as of the values unless given.</param>
    /// <param name="value">The values of all heads together.</param>
    internal AttentionHeads(int count, int? keySize, Dim value)
    {
        ArgumentNullException.ThrowIfNull(value, "output");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, "heads");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(keySize ?? 1);
        valueSize =
            value.Size ?? throw new ArgumentException($"The values need a dim of fixed size, but {value} has none.");
        this.keySize = keySize ?? valueSize;
        var columns = checked((2 * this.keySize) + valueSize);
        Columns = Dim.Feature("qkv", columns);
        ColumnsOfHead = Dim.Feature("qkv_per_head", Math.Max(1, columns / count));
        Heads = Dim.Spatial("heads", count);
        Key = Dim.Feature("key_per_head", Math.Max(1, this.keySize / count));
        Value = Dim.Feature("value_per_head", Math.Max(1, valueSize / count));
    }

    /// <summary>The dim of the heads.</summary>
    internal Dim Heads { get; }

    /// <summary>The features of queries and keys that one head has.</summary>
    internal Dim Key { get; }

    /// <summary>The features of values that one head has.</summary>
    internal Dim Value { get; }

    /// <summary>The queries, keys and values of all heads.</summary>
    internal Dim Columns { get; }

    /// <summary>The query, key and value of one head.</summary>
    internal Dim ColumnsOfHead { get; }

    /// <summary>The features of the keys of all heads together.</summary>
    internal int KeySize => keySize;

    /// <summary>What keeps the sum of products of queries and keys from growing with their size.</summary>
    internal double Scale => Math.Pow(Key.Size!.Value, -0.5);

    /// <summary>What is wrong if the heads do not divide the features; null if they do.</summary>
    internal Diagnostic? FaultIn(string module) => Fault(module, "keys", keySize) ?? Fault(module, "values", valueSize);

    private Diagnostic? Fault(string module, string what, int size) =>
        size % Heads.Size!.Value == 0 ? null : AttentionDiagnostics.Indivisible(module, what, size, Heads.Size.Value);
}
