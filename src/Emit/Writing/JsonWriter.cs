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
            var room = RoomAt(1) - BeginProperty(key);
            if (key == NetShape.Network && value is DictValue { Count: > 0 } net && !NetShape.IsLayer(net))
            {
                WriteNet(net);
            }
            else
            {
                WriteValue(value, 1, room);
            }
        }

        writer.WriteEndObject();
    }

    private void WriteNet(DictValue net)
    {
        writer.WriteStartObject();
        foreach (var (name, layer) in net)
        {
            BeginProperty(name);
            if (layer is DictValue dict && NetShape.HoldsNet(dict))
            {
                WriteLayerWithNet(dict);
            }
            else
            {
                WriteLine(layer);
            }
        }

        writer.WriteEndObject();
    }

    private void WriteLayerWithNet(DictValue layer)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in layer)
        {
            var option = ((StringValue)key).Value;
            BeginProperty(option);
            if (value is DictValue net && NetShape.IsNet(option, net))
            {
                WriteNet(net);
            }
            else if (value is DictValue inner && NetShape.IsInnerLayer(option, inner) && NetShape.HoldsNet(inner))
            {
                WriteLayerWithNet(inner);
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
                WriteValue(item, depth + 1, RoomAt(depth + 1) - BeginProperty(key));
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

    // Returns how many columns the key takes.
    private int BeginProperty(OptionValue key) => BeginProperty(((StringValue)key).Value);

    private int BeginProperty(string key)
    {
        scratch.Clear();
        LiteralFormatter.AppendEscaped(scratch, key, ConfigFormat.Json);
        writer.WritePropertyName(scratch.ToString(), escape: false);
        return scratch.Length + "\"\": ".Length;
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
