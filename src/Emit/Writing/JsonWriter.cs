using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace NetDsl.Emit;

/// <summary>
/// Writes a config as JSON. Newtonsoft keeps the structure right; every literal comes from the formatter that Python uses, too, so
/// a number has one spelling. A layer is one line, as in Python.
/// </summary>
internal sealed class JsonWriter : IDisposable
{
    private const int Indent = 2;

    private readonly StringBuilder scratch = new();
    private readonly JsonLiteralWriter literals;
    private readonly JsonTextWriter writer;

    private JsonWriter(StringBuilder text)
    {
        literals = new JsonLiteralWriter(scratch);
        writer = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture) { NewLine = "\n" })
        {
            Formatting = Formatting.Indented,
            Indentation = Indent,
            Culture = CultureInfo.InvariantCulture,
        };
    }

    /// <summary>The whole file: one object, nothing in front of it (contract 1.1). The config has passed the <see cref="WritingGate"/>.</summary>
    public static string Write(Config config)
    {
        var text = new StringBuilder();
        using (var json = new JsonWriter(text))
        {
            json.WriteConfig(config);
        }

        return text.Append('\n').ToString();
    }

    public void Dispose() => ((IDisposable)writer).Dispose();

    private void WriteConfig(Config config)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in config.Entries)
        {
            var room = BeginProperty(key, 1);
            if (key == NetShape.Network && value is DictValue { Count: > 0 } net && !NetShape.IsLayer(net))
            {
                WriteNet(net, 1);
            }
            else
            {
                WriteValue(value, 1, room);
            }
        }

        writer.WriteEndObject();
    }

    private void WriteNet(DictValue net, int depth)
    {
        writer.WriteStartObject();
        foreach (var (name, layer) in net)
        {
            BeginProperty(name, depth + 1);
            if (layer is DictValue dict && NetShape.HoldsNet(dict))
            {
                WriteLayerWithNet(dict, depth + 1);
            }
            else
            {
                WriteLine(layer);
            }
        }

        writer.WriteEndObject();
    }

    private void WriteLayerWithNet(DictValue layer, int depth)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in layer)
        {
            var option = ((StringValue)key).Value;
            BeginProperty(option, depth + 1);
            if (value is DictValue net && NetShape.IsNet(option, net))
            {
                WriteNet(net, depth + 1);
            }
            else if (value is DictValue inner && NetShape.IsInnerLayer(option, inner) && NetShape.HoldsNet(inner))
            {
                WriteLayerWithNet(inner, depth + 1);
            }
            else
            {
                WriteLine(value);
            }
        }

        writer.WriteEndObject();
    }

    private void WriteValue(OptionValue value, int depth, int room)
    {
        if (!LineWidth.CanBreak(value) || TryFit(value, room))
        {
            WriteLine(value);
        }
        else if (value is DictValue dict)
        {
            writer.WriteStartObject();
            foreach (var (key, item) in dict)
            {
                WriteValue(item, depth + 1, BeginProperty(key, depth + 1));
            }

            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStartArray();
            foreach (var item in ((SequenceValue)value).Items)
            {
                WriteValue(item, depth + 1, RoomAt(depth + 1));
            }

            writer.WriteEndArray();
        }
    }

    private bool TryFit(OptionValue value, int room)
    {
        if (!LineWidth.MayFit(value, room))
        {
            return false;
        }

        Spell(value);
        return scratch.Length <= room;
    }

    // Returns the room that the line leaves for the value.
    private int BeginProperty(OptionValue key, int depth) => BeginProperty(((StringValue)key).Value, depth);

    private int BeginProperty(string key, int depth)
    {
        scratch.Clear();
        LiteralFormatter.AppendEscaped(scratch, key, ConfigFormat.Json);
        writer.WritePropertyName(scratch.ToString(), escape: false);
        return RoomAt(depth) - scratch.Length - "\"\": ".Length;
    }

    private static int RoomAt(int depth) => LineWidth.Columns - (Indent * depth) - ",".Length;

    private void WriteLine(OptionValue value)
    {
        Spell(value);
        writer.WriteRawValue(scratch.ToString());
    }

    private void Spell(OptionValue value)
    {
        scratch.Clear();
        literals.Write(value);
    }
}
