using System.Globalization;
using Newtonsoft.Json.Linq;

namespace NetDsl.LayerApiGenerator;

/// <summary>Defaults as Python writes them.</summary>
internal static class PythonText
{
    /// <summary>The text; null if the fact says that it depends.</summary>
    public static string? Of(JToken? value) =>
        value switch
        {
            null => null,
            { Type: JTokenType.String } text when (string)text! == "$unset" => null,
            { Type: JTokenType.String } text => $"\"{(string)text!}\"",
            { Type: JTokenType.Null } => "None",
            { Type: JTokenType.Boolean } flag => (bool)flag ? "True" : "False",
            { Type: JTokenType.Integer } number => ((long)number).ToString(CultureInfo.InvariantCulture),
            { Type: JTokenType.Float } number => Real((double)number),
            JArray list => $"[{string.Join(", ", list.Select(Of))}]",
            _ => null,
        };

    private static string Real(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny(".E") ? text.Replace("E", "e", StringComparison.Ordinal) : text + ".0";
    }
}
