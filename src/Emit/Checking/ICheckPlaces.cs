namespace NetDsl.Emit;

/// <summary>Knows where the values of a config come from: a line of the model, or a place in the config's own text.</summary>
internal interface ICheckPlaces
{
    /// <summary>The place of the key at a path; no place if it is not known.</summary>
    SourceLocation Find(ConfigPath path);
}
