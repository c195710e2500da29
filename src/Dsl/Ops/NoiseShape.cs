namespace NetDsl;

/// <summary>The option <c>dropout_noise_shape</c>: along which axes each entry is dropped on its own.</summary>
internal static class NoiseShape
{
    /// <summary>Along all axes. Frames of losses are packed: what names all dims must not name them one by one (contract 9).</summary>
    internal static DictValue All { get; } = OptionValue.Dict(("*", OptionValue.None));
}
