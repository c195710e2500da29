namespace NetDsl.LayerApiGenerator;

/// <summary>The function of a layer class.</summary>
/// <param name="LayerClass">As in <c>"class"</c>.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Does">What the class does, in a sentence.</param>
/// <param name="Sources">What it reads by <c>from</c>.</param>
/// <param name="Options">Its options, the required ones first.</param>
internal sealed record LayerMethod(
    string LayerClass,
    string Name,
    string Does,
    SourceKind Sources,
    IReadOnlyList<OptionParameter> Options
)
{
    /// <summary>Whether it takes the options of classes that join their sources.</summary>
    public bool JoinsSources { get; init; }

    /// <summary>Whether it makes variables: "true", "false", or the parameter that says so.</summary>
    public string Variables { get; init; } = "false";

    /// <summary>What RETURNN puts between its scope and its variables.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Options of RETURNN that it does not take, each with the reason.</summary>
    public IReadOnlyList<(string Option, string Reason)> LeftOut { get; init; } = [];

    /// <summary>The type of the options that are not of this class alone.</summary>
    public string CommonType => JoinsSources ? "SourceOptions" : "LayerOptions";
}
