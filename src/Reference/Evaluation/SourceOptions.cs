namespace NetDsl.Reference;

/// <summary>The options of all classes that read their sources as one (contract 3.5); <see cref="LayerStep.Input"/> interprets them.</summary>
internal static class SourceOptions
{
    /// <summary>Their names. <c>mask</c> only says what <c>dropout</c> is, and RETURNN checks that.</summary>
    internal static IReadOnlyList<string> All { get; } =
    ["dropout", "dropout_axis", "dropout_noise_shape", "dropout_on_forward", "mask"];
}
