namespace NetDsl;

/// <summary>Python statements among the keys of a config.</summary>
/// <param name="Before">The index of the key that comes after them.</param>
/// <param name="Python">The statements.</param>
internal sealed record WrittenStatement(int Before, string Python);
