namespace NetDsl.Emit;

/// <summary>A place inside a config, in words.</summary>
/// <param name="Path">All keys on the way: <c>network / norm / epsilon</c>.</param>
/// <param name="Layer">The layer, if the place is inside one; sub-layers by path, as in <c>update/true_layer/step</c>.</param>
internal readonly record struct ConfigPlace(string Path, string? Layer);
