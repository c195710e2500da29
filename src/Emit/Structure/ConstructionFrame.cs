namespace NetDsl.Emit;

/// <summary>Something that is being built, and what it still needs.</summary>
/// <param name="Subject">A layer, a scope that is built as a whole, or the input of a scope.</param>
/// <param name="Needs">What has to be built before it.</param>
internal sealed record ConstructionFrame(object Subject, IEnumerator<object> Needs);
