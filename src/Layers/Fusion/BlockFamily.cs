namespace NetDsl.Layers;

/// <summary>Nodes that one pattern can stand for, since what they compute can be written as any of them.</summary>
internal enum BlockFamily : byte
{
    Other,
    Sum,
    Product,
}
