using System.Globalization;
using Newtonsoft.Json;

namespace NetDsl.Layers;

/// <summary>Reads a file of facts forward, once, without building its tree.</summary>
internal sealed class FactReader : IDisposable
{
    private readonly JsonTextReader json;

    private FactReader(JsonTextReader json) => this.json = json;

    /// <summary>Opens a file of the folder Facts.</summary>
    internal static FactReader Open(string file) => Open(Stream(file));

    /// <summary>Opens a part of a file.</summary>
    internal static FactReader Open(Stream part) =>
        new(new JsonTextReader(new StreamReader(part)) { DateParseHandling = DateParseHandling.None });

    /// <summary>The whole text of a file.</summary>
    internal static byte[] Bytes(string file)
    {
        using var stream = Stream(file);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Stream Stream(string file) =>
        typeof(FactReader).Assembly.GetManifestResourceStream($"Facts.{file}")
        ?? throw new InvalidOperationException($"No facts in {file}.");

    /// <summary>The names of the object that comes next; each value must be read or skipped before the next name.</summary>
    internal IEnumerable<string> Members()
    {
        json.Read();
        return OpenMembers();
    }

    /// <summary>The objects of the list that comes next, each read by its names.</summary>
    internal IEnumerable<T> Objects<T>(Func<FactReader, IEnumerable<string>, T> read)
    {
        json.Read();
        while (json.Read() && json.TokenType == JsonToken.StartObject)
        {
            yield return read(this, OpenMembers());
        }
    }

    /// <summary>The texts of the list that comes next.</summary>
    internal List<string> Texts()
    {
        var texts = new List<string>();
        json.Read();
        while (json.Read() && json.TokenType != JsonToken.EndArray)
        {
            texts.Add((string)json.Value!);
        }

        return texts;
    }

    /// <summary>The text that comes next, or null.</summary>
    internal string? Text() => Value() as string;

    /// <summary>The truth value that comes next.</summary>
    internal bool Flag() => Value() is true;

    /// <summary>The whole number that comes next.</summary>
    internal int Number() => Convert.ToInt32(Value(), CultureInfo.InvariantCulture);

    /// <summary>The single value that comes next; null for a list or an object, which is skipped.</summary>
    internal object? Value()
    {
        json.Read();
        if (json.TokenType is JsonToken.StartArray or JsonToken.StartObject)
        {
            json.Skip();
            return null;
        }

        return json.Value;
    }

    /// <summary>The single value that comes next, which may be null; false for a list or an object, which is skipped.</summary>
    internal bool TryValue(out object? value)
    {
        json.Read();
        value = json.Value;
        var isSingle = json.TokenType is not (JsonToken.StartArray or JsonToken.StartObject);
        json.Skip();
        return isSingle;
    }

    /// <summary>Enters the object that comes next, for <see cref="OpenMembers"/>; false, with the value, if it is none.</summary>
    internal bool TryEnter(out object? value)
    {
        json.Read();
        if (json.TokenType == JsonToken.StartObject)
        {
            value = null;
            return true;
        }

        value = json.Value;
        json.Skip();
        return false;
    }

    /// <summary>Leaves the next value out.</summary>
    internal void Skip() => json.Skip();

    /// <summary>The names of an object that is entered.</summary>
    internal IEnumerable<string> OpenMembers()
    {
        while (json.Read() && json.TokenType == JsonToken.PropertyName)
        {
            yield return (string)json.Value!;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => json.Close();
}
