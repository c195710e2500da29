namespace NetDsl.LayerApiGenerator;

/// <summary>Writes the options that are not of one class alone.</summary>
internal static class OptionsWriter
{
    public static string Write(IReadOnlyList<OptionParameter> options) =>
        Write("LayerOptions", "record LayerOptions", "Options of all layers of RETURNN.", "virtual", options);

    public static string WriteSourceOptions(IReadOnlyList<OptionParameter> options) =>
        Write(
            "SourceOptions",
            "sealed record SourceOptions : LayerOptions",
            "Options of layers that join their sources in the features; dropout is applied to what they read.",
            "override",
            options
        );

    /// <summary>The name of an option's property.</summary>
    public static string Property(OptionParameter option) => char.ToUpperInvariant(option.Name[0]) + option.Name[1..];

    private static string Write(
        string name,
        string declaration,
        string does,
        string modifier,
        IReadOnlyList<OptionParameter> options
    )
    {
        var text = new TextOutput(
            $"namespace NetDsl.Layers;\n\n/// <summary>{does}</summary>\npublic {declaration}\n{{\n"
        );
        foreach (var option in options)
        {
            text.Append($"    /// <summary>{MethodWriter.Xml(MethodWriter.About(option))}</summary>\n");
            text.Append($"    public {option.Type.Name}? {Property(option)} {{ get; init; }}\n\n");
        }

        text.Append($"    internal {modifier} void AddTo(TypedLayer layer)\n    {{\n");
        if (modifier == "override")
        {
            text.Append("        base.AddTo(layer);\n");
        }

        text.Append("        layer");
        foreach (var call in options.SelectMany(option => option.Calls(Property(option))))
        {
            text.Append($"\n            {call}");
        }

        return text.Append(";\n    }\n}\n").ToString();
    }
}
