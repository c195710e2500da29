using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace NetDsl.Cli;

/// <summary>The list of all files that a batch emitted, with their hashes: what a pipeline reads instead of the files.</summary>
internal static class BatchManifest
{
    /// <summary>Its name in the folder; no model's file can have it.</summary>
    public const string File = "manifest.json";

    /// <summary>The manifest as JSON.</summary>
    public static byte[] Write(ImmutableArray<BatchResult> results)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var json = new JsonTextWriter(text) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            json.WriteStartObject();
            json.WritePropertyName("formatVersion");
            json.WriteValue(1);
            json.WritePropertyName("models");
            json.WriteStartArray();
            foreach (var result in results.Where(result => result.File is not null))
            {
                json.WriteStartObject();
                json.WritePropertyName("model");
                json.WriteValue(result.Model);
                json.WritePropertyName("file");
                json.WriteValue(result.File);
                json.WritePropertyName("sha256");
                json.WriteValue(result.Hash);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        text.Write('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
