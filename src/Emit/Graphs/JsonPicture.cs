using Newtonsoft.Json;

namespace NetDsl.Emit;

/// <summary>Nodes and edges for programs, format version 1.</summary>
internal static class JsonPicture
{
    internal static string Write(Picture picture)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (var json = new JsonTextWriter(text) { CloseOutput = false })
        {
            json.WriteStartObject();
            Write(json, "formatVersion", 1);
            Write(json, "name", picture.Name);
            json.WritePropertyName("nodes");
            WriteNodes(picture, json);
            json.WritePropertyName("edges");
            json.WriteStartArray();
            foreach (var (from, to, kind) in picture.Edges)
            {
                json.WriteStartObject();
                Write(json, "from", from.Id);
                Write(json, "to", to.Id);
                Write(json, "kind", kind.ToString().ToLowerInvariant());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return text + "\n";
    }

    /// <summary>The nodes by their ids.</summary>
    internal static void WriteNodes(Picture picture, JsonTextWriter json)
    {
        json.WriteStartArray();
        foreach (var node in picture.Nodes)
        {
            json.WriteStartObject();
            Write(json, "id", node.Id);
            Write(json, "parent", node.Parent?.Id);
            Write(json, "kind", node.Kind.ToString().ToLowerInvariant());
            Write(json, "family", PictureText.Family(node));
            Write(json, "name", node.Label);
            Write(json, "path", node.Path);
            WriteText(json, "class", node.Class);
            WriteText(json, "dims", node.Dims);
            WriteText(json, "options", node.Options);
            WriteText(json, "source", node.Source);
            WriteText(json, "change", node.Change);
            Write(json, "layers", node.Layers);
            Write(json, "parameters", node.Parameters);
            Write(json, "changes", node.Changes);
            Write(json, "dead", node.IsDead);
            json.WritePropertyName("variables");
            json.WriteStartArray();
            foreach (var variable in node.Variables)
            {
                json.WriteValue(variable);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(JsonTextWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            Write(json, name, value);
        }
    }

    private static void Write(JsonTextWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
