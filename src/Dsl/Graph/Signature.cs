namespace NetDsl;

/// <summary>What is known of a tensor without its values.</summary>
/// <param name="Shape">Its dims.</param>
/// <param name="Type">What its entries are.</param>
/// <param name="Sparse">For class indices, the dim they point into.</param>
internal readonly record struct Signature(Shape Shape, DataType Type, Dim? Sparse = null);
