namespace NetDsl.Emit;

/// <summary>The form of an imported model.</summary>
public sealed record ImportOptions
{
    /// <summary>The namespace of a class for a project; null for a file that runs by itself.</summary>
    public string? Namespace { get; init; }

    /// <summary>Lines at the head of a file that runs by itself, such as <c>#:package</c>.</summary>
    public string Directives { get; init; } = "";
}
