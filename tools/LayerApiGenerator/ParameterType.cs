namespace NetDsl.LayerApiGenerator;

/// <summary>The C# type of an option.</summary>
/// <param name="Name">As code in the namespace of the layers.</param>
/// <param name="FullName">As the list of the public API writes it, without the mark of nullability at its end.</param>
/// <param name="IsReference">Whether it is a reference type.</param>
/// <param name="Value">How the code gets at what is written; {0} is the parameter.</param>
/// <param name="Setter">The method that takes it.</param>
internal sealed record ParameterType(
    string Name,
    string FullName,
    bool IsReference,
    string Value = "{0}",
    string Setter = "Set"
);
