using System.Globalization;
using Newtonsoft.Json;

namespace NetDsl.Tests.Golden.Python;

/// <summary>
/// One text for each meaning, to compare values by: sets and dicts are sorted, and with a scope each dim is its name and size
/// (<c>in:9</c>, <c>time:?</c>), however the config called it.
/// </summary>
internal static class PythonText
{
    public static string Of(object? value, PythonConfig? scope = null) =>
        value switch
        {
            null => "None",
            bool truth => truth ? "True" : "False",
            string text => JsonConvert.ToString(text),
            long number => number.ToString(CultureInfo.InvariantCulture),
            double number => JsonConvert.ToString(number),
            List<object?> list => $"[{Join(list, scope)}]",
            PyTuple { Items.Count: 1 } tuple => $"({Join(tuple.Items, scope)},)",
            PyTuple tuple => $"({Join(tuple.Items, scope)})",
            PySet set =>
                $"{{{string.Join(", ", set.Items.Select(item => Of(item, scope)).Order(StringComparer.Ordinal))}}}",
            PyDict dict => $"{{{string.Join(", ", Entries(dict, scope).Order(StringComparer.Ordinal))}}}",
            PyName name => OfName(name.Name, scope),
            PyAttribute attribute => $"{Of(attribute.Target, scope)}.{attribute.Name}",
            PyBinary binary => $"({Of(binary.Left, scope)} {binary.Operator} {Of(binary.Right, scope)})",
            PyCall call => OfCall(call, scope),
            _ => throw new ArgumentException($"No Python value is a {value.GetType().Name}."),
        };

    private static string OfName(string name, PythonConfig? scope) =>
        scope is not null && scope.Has(name) ? Of(scope[name], scope) : name;

    private static string OfCall(PyCall call, PythonConfig? scope)
    {
        if (scope is not null && call is { Function: PyName { Name: "Dim" }, Arguments: [var size, ..] })
        {
            return $"{call.Keyword("name")}:{(size is null ? "?" : Of(size, scope))}";
        }

        var arguments = call
            .Arguments.Select(argument => Of(argument, scope))
            .Concat(call.Keywords.Select(keyword => $"{keyword.Name}={Of(keyword.Value, scope)}"));
        return $"{Of(call.Function, scope)}({string.Join(", ", arguments)})";
    }

    private static IEnumerable<string> Entries(PyDict dict, PythonConfig? scope) =>
        dict.Select(entry => $"{Of(entry.Key, scope)}: {Of(entry.Value, scope)}");

    private static string Join(IEnumerable<object?> items, PythonConfig? scope) =>
        string.Join(", ", items.Select(item => Of(item, scope)));
}
