using NetDsl.Tests.Golden.Python;
using Newtonsoft.Json.Linq;

namespace NetDsl.Tests.Golden;

/// <summary>A JSON config as the same values as a Python one, so that both can be compared.</summary>
internal static class JsonNet
{
    public static PythonConfig Parse(string json) =>
        new([.. GoldenFiles.ParseJson(json).Properties().Select(item => (item.Name, Convert(item.Value)))]);

    private static object? Convert(JToken token) =>
        token switch
        {
            JObject dict => ConvertDict(dict),
            JArray list => list.Select(Convert).ToList(),
            { Type: JTokenType.Null } => null,
            { Type: JTokenType.Boolean } => token.Value<bool>(),
            { Type: JTokenType.Integer } => token.Value<long>(),
            { Type: JTokenType.Float } => token.Value<double>(),
            { Type: JTokenType.String } => token.Value<string>(),
            _ => throw new InvalidDataException($"No config holds a {token.Type}: {token.Path}."),
        };

    private static PyDict ConvertDict(JObject json)
    {
        var dict = new PyDict();
        foreach (var (key, value) in json)
        {
            dict.TryAdd(key, Convert(value!));
        }

        return dict;
    }
}
