using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace NetDsl.Cli;

/// <summary>A parameter of a function that records a net; the command line gives it a value as text.</summary>
internal sealed class ModelParameter(ParameterInfo parameter, object? value)
{
    // A parameter without a default has DBNull there: null is a default, too.
    private readonly bool isOptional = value is not DBNull;
    private readonly Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;

    public string Name { get; } = parameter.Name ?? "";

    /// <summary>What it takes, in the words of C#.</summary>
    public string TypeName =>
        type.IsEnum ? string.Join('|', Enum.GetNames(type))
        : type == typeof(string) ? "string"
        : type == typeof(bool) ? "bool"
        : type == typeof(int) ? "int"
        : type == typeof(long) ? "long"
        : type == typeof(float) ? "float"
        : type == typeof(double) ? "double"
        : type.Name;

    /// <summary>What it is when nothing is said; null if something must be.</summary>
    public string? Default => !isOptional ? null : Text(value);

    /// <summary>What it is with these values of the command line.</summary>
    /// <exception cref="ModelException">There is none, or it is not of the type.</exception>
    public object? Value(ImmutableDictionary<string, string> values)
    {
        if (values.TryGetValue(Name, out var text))
        {
            return Parse(text);
        }

        return !isOptional ? throw ToolDiagnostics.MissingParameter(Name, TypeName).ToException()
            : value is not null && type.IsEnum ? Enum.ToObject(type, value)
            : value;
    }

    private object Parse(string text)
    {
        var culture = CultureInfo.InvariantCulture;
        object? parsed =
            type == typeof(string) ? text
            : type == typeof(bool)
                ? bool.TryParse(text, out var flag) ? flag
                    : null
            : type == typeof(int)
                ? int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var i) ? i
                    : null
            : type == typeof(long)
                ? long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var l) ? l
                    : null
            : type == typeof(float)
                ? float.TryParse(text, NumberStyles.Float, culture, out var f) ? f
                    : null
            : type == typeof(double)
                ? double.TryParse(text, NumberStyles.Float, culture, out var d) ? d
                    : null
            : type.IsEnum
                ? Enum.GetNames(type).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase))
                        is { } member
                        ? Enum.Parse(type, member)
                    : null
            : throw ToolDiagnostics.UnknownParameterType(Name, TypeName).ToException();
        return parsed ?? throw ToolDiagnostics.WrongParameterValue(Name, text, TypeName).ToException();
    }

    private string Text(object? value) =>
        value is null ? "null"
        : value is bool flag
            ? flag ? "true"
                : "false"
        : type.IsEnum ? Enum.GetName(type, value) ?? ""
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
