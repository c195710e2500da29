namespace NetDsl.Layers;

/// <summary>What sums, products and powers are made of.</summary>
[Flags]
internal enum BlockKinds : byte
{
    None = 0,
    Product = 1,
    Statistic = 2,
    Choice = 4,
    Layer = 8,
}
