using Newtonsoft.Json.Linq;

namespace NetDsl.LayerApiGenerator;

/// <summary>A file of what facts do not say: names, words, who makes variables.</summary>
internal static class Choices
{
    /// <summary>Reads a file of this folder, or a file of facts.</summary>
    public static JObject Read(string name)
    {
        using var stream =
            typeof(Choices).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no {name}.");
        using var text = new StreamReader(stream);
        return JObject.Parse(text.ReadToEnd());
    }
}
