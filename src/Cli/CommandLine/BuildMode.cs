namespace NetDsl.Cli;

/// <summary>How a model may become an assembly.</summary>
internal enum BuildMode
{
    /// <summary>In process, and by the SDK what that cannot honour.</summary>
    Auto,
    Roslyn,
    Sdk,

    /// <summary>Nothing is built: the model is an assembly.</summary>
    None,
}
