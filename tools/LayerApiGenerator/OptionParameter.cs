namespace NetDsl.LayerApiGenerator;

/// <summary>An option as a parameter or a property.</summary>
/// <param name="Option">The key in the dict.</param>
/// <param name="Name">The parameter's name, without <c>@</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether RETURNN refuses a dict without it.</param>
/// <param name="Default">What RETURNN takes if it is not given, as Python writes it; null if that depends.</param>
internal sealed record OptionParameter(string Option, string Name, ParameterType Type, bool IsRequired, string? Default)
{
    /// <summary>The name as C# code.</summary>
    public string Code => Naming.Code(Name);

    /// <summary>What documents say of the default.</summary>
    public string DefaultWords =>
        IsRequired ? "required"
        : Default is null ? "RETURNN decides"
        : $"`{Default}`";

    /// <summary>The calls that set it.</summary>
    /// <param name="value">What holds it.</param>
    public IEnumerable<string> Calls(string value)
    {
        var text = Type.Value.Replace("{0}", value, StringComparison.Ordinal);
        if (!IsRequired)
        {
            return [$".{Type.Setter}(\"{Option}\", {text})"];
        }

        var given = text.Replace("?.", ".", StringComparison.Ordinal);
        var set = $".{Type.Setter}(\"{Option}\", {given})";
        return Type.IsReference ? [$".Needs({value}, nameof({value}))", set] : [set];
    }
}
