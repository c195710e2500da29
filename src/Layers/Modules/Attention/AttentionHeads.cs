namespace NetDsl.Layers;

/// <summary>How the features of keys and values are dealt out to heads. The first features of each are those of the first head.</summary>
internal sealed class AttentionHeads
{
    private readonly int keySize;
    private readonly int valueSize;

    internal AttentionHeads(int count, int? keySize, Dim value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, "heads");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(keySize ?? 1);
        valueSize =
            value.Size ?? throw new ArgumentException($"The values need a dim of fixed size, but {value} has none.");
        this.keySize = keySize ?? valueSize;
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

    /// <summary>The features of the keys of all heads together.</summary>
    internal int KeySize => keySize;

    /// <summary>What keeps the sum of products of queries and keys from growing with their size.</summary>
    internal double Scale => Math.Pow(Key.Size!.Value, -0.5);

    /// <summary>What is wrong if the heads do not divide the features; null if they do.</summary>
    internal Diagnostic? FaultIn(string module) => Fault(module, "keys", keySize) ?? Fault(module, "values", valueSize);

    private Diagnostic? Fault(string module, string what, int size) =>
        size % Heads.Size!.Value == 0 ? null : AttentionDiagnostics.Indivisible(module, what, size, Heads.Size.Value);
}
