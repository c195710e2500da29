using NetDsl.Emit;
using Newtonsoft.Json;

namespace NetDsl.Cli;

/// <summary>Digests for people and for programs, format version 1.</summary>
internal static class HashWriter
{
    public static void Write(ConfigHash hash, bool isJson, TextWriter target)
    {
        if (!isJson)
        {
            target.Write(hash.Whole + "\n");
            return;
        }

        using (var json = new JsonTextWriter(target) { CloseOutput = false })
        {
            json.WriteStartObject();
            json.WritePropertyName("formatVersion");
            json.WriteValue(1);
            WriteMembers(hash, json);
            json.WriteEndObject();
        }

        target.Write('\n');
    }

    /// <summary>Two digests, and the edits that make them differ.</summary>
    public static void Write(
        ConfigHash hash,
        ConfigHash other,
        NetDifference difference,
        bool isJson,
        TextWriter target
    )
    {
        if (!isJson)
        {
            target.Write(hash == other ? $"same    {hash.Whole}\n" : $"{hash.Whole}\n{other.Whole}\n");
            if (hash != other)
            {
                TextDifferenceWriter.WriteEdits(difference.Edits, target);
                WriteRest(hash, other, difference, target);
            }

            return;
        }

        using (var json = new JsonTextWriter(target) { CloseOutput = false })
        {
            json.WriteStartObject();
            json.WritePropertyName("formatVersion");
            json.WriteValue(1);
            WriteMembers(hash, json);
            json.WritePropertyName("other");
            json.WriteStartObject();
            WriteMembers(other, json);
            json.WriteEndObject();
            json.WritePropertyName("edits");
            JsonDifferenceWriter.WriteEdits(difference.Edits, json);
            json.WriteEndObject();
        }

        target.Write('\n');
    }

    private static void WriteMembers(ConfigHash hash, JsonTextWriter json)
    {
        json.WritePropertyName("hash");
        json.WriteValue(hash.Whole);
        json.WritePropertyName("network");
        json.WriteValue(hash.Network);
        json.WritePropertyName("settings");
        json.WriteValue(hash.Settings);
    }

    private static void WriteRest(ConfigHash hash, ConfigHash other, NetDifference difference, TextWriter target)
    {
        if (difference.Edits.IsEmpty)
        {
            var part =
                hash.Network == other.Network
                    ? "code or settings do"
                    : "where dims are used does, or what code and settings say of layers";
            target.Write($"no layer and no key differs by itself; {part}\n");
        }
    }
}
