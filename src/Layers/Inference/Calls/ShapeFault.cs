namespace NetDsl.Layers;

/// <summary>Why RETURNN would refuse a layer because of its dims: what a diagnostic needs, without the place.</summary>
/// <param name="Code">The diagnostic's code.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Suggestion">What to do about it.</param>
/// <param name="Option">The option at fault, where one is.</param>
internal sealed record ShapeFault(string Code, string Message, string? Suggestion, string? Option = null);
