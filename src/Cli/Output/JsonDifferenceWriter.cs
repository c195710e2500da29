using System.Collections.Immutable;
using NetDsl.Emit;
using Newtonsoft.Json;

namespace NetDsl.Cli;

/// <summary>Differences for programs, format version 1.</summary>
internal static class JsonDifferenceWriter
{
    public static void Write(NetDifference difference, TextWriter target)
    {
        using (var json = new JsonTextWriter(target) { CloseOutput = false })
        {
            json.WriteStartObject();
            Write(json, "formatVersion", 1);
            json.WritePropertyName("edits");
            WriteEdits(difference.Edits, json);
            json.WritePropertyName("parameters");
            json.WriteStartObject();
            Write(json, "old", difference.OldParameters);
            Write(json, "new", difference.NewParameters);
            json.WriteEndObject();
            WriteCheckpoint(difference, json);
            json.WriteEndObject();
        }

        target.Write('\n');
    }

    /// <summary>Only what stops a checkpoint of the old net from being loaded.</summary>
    public static void WriteBreaking(NetDifference difference, TextWriter target)
    {
        using (var json = new JsonTextWriter(target) { CloseOutput = false })
        {
            json.WriteStartObject();
            Write(json, "formatVersion", 1);
            WriteCheckpoint(difference, json);
            json.WriteEndObject();
        }

        target.Write('\n');
    }

    public static void WriteEdits(ImmutableArray<NetEdit> edits, JsonTextWriter json)
    {
        json.WriteStartArray();
        foreach (var edit in edits)
        {
            json.WriteStartObject();
            Write(json, "kind", edit.Kind.ToString().ToLowerInvariant());
            Write(json, "old", edit.Old);
            Write(json, "new", edit.New);
            Write(json, "class", edit.Class.Length == 0 ? null : edit.Class);
            Write(json, "layers", edit.Layers);
            WriteChanges(json, "options", edit.Options);
            Write(json, "path", edit.Location.IsKnown ? edit.Location.Path : null);
            Write(json, "line", edit.Location.IsKnown ? edit.Location.Line : null);
            Write(json, "parameters", edit.Effect.Parameters);
            WriteVariables(json, "variables", edit.Effect.Variables);
            WriteChanges(json, "dims", edit.Effect.Dims);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCheckpoint(NetDifference difference, JsonTextWriter json)
    {
        json.WritePropertyName("checkpoint");
        json.WriteStartObject();
        Write(json, "loads", !difference.Variables.Any(change => change.IsBreaking));
        WriteVariables(json, "breaking", [.. difference.Variables.Where(change => change.IsBreaking)]);
        json.WritePropertyName("renames");
        json.WriteStartObject();
        foreach (var change in difference.Variables.Where(change => change.IsRename))
        {
            Write(json, change.NewName!, change.OldName);
        }

        json.WriteEndObject();
        json.WritePropertyName("unknown");
        json.WriteStartArray();
        foreach (var path in difference.Unknown)
        {
            json.WriteValue(path);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteChanges(JsonTextWriter json, string name, ImmutableArray<OptionChange> changes)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var change in changes)
        {
            json.WriteStartObject();
            Write(json, "name", change.Name);
            Write(json, "old", change.Old);
            Write(json, "new", change.New);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteVariables(JsonTextWriter json, string name, ImmutableArray<VariableChange> changes)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var change in changes)
        {
            json.WriteStartObject();
            WriteVariable(json, "old", change.OldName, change.OldShape);
            WriteVariable(json, "new", change.NewName, change.NewShape);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteVariable(JsonTextWriter json, string key, string? name, ImmutableArray<int> shape)
    {
        json.WritePropertyName(key);
        if (name is null)
        {
            json.WriteNull();
            return;
        }

        json.WriteStartObject();
        Write(json, "name", name);
        json.WritePropertyName("shape");
        json.WriteStartArray();
        foreach (var size in shape)
        {
            json.WriteValue(size);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(JsonTextWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
