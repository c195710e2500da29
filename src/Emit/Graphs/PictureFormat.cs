namespace NetDsl.Emit;

/// <summary>The forms of a picture of a net.</summary>
public enum PictureFormat
{
    /// <summary>One page that folds and searches, without a network.</summary>
    Html,

    /// <summary>A drawing.</summary>
    Svg,

    /// <summary>For Graphviz.</summary>
    Dot,

    /// <summary>For Markdown.</summary>
    Mermaid,

    /// <summary>Nodes and edges, for programs.</summary>
    Json,
}
