using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Writing;

/// <summary>Short ways to write a config in tests.</summary>
internal static class Written
{
    /// <summary>The Python text of a config without a header; fails if there are diagnostics.</summary>
    public static string Python(params (string Key, OptionValue Value)[] entries) =>
        Text(ConfigFormat.Python, null, entries);

    /// <summary>The JSON text of a config; fails if there are diagnostics.</summary>
    public static string Json(params (string Key, OptionValue Value)[] entries) =>
        Text(ConfigFormat.Json, null, entries);

    /// <summary>The text that a template makes of a config.</summary>
    public static string Framed(string template, params (string Key, OptionValue Value)[] entries) =>
        Text(ConfigFormat.Python, template, entries);

    /// <summary>The lines after <c>#!rnn.py</c>.</summary>
    public static string[] PythonLines(params (string Key, OptionValue Value)[] entries)
    {
        var lines = Python(entries).Split('\n');
        Assert.Equal("#!rnn.py", lines[0]);
        Assert.Equal("", lines[^1]);
        return lines[1..^1];
    }

    /// <summary>The diagnostics of a config that cannot be written; fails if there is text.</summary>
    public static List<Diagnostic> Errors(ConfigFormat format, params (string Key, OptionValue Value)[] entries) =>
        Errors(new WriteOptions(format, null, null, Header: true), entries);

    /// <summary>The diagnostics of a config that cannot be written; fails if there is text.</summary>
    public static List<Diagnostic> Errors(WriteOptions options, params (string Key, OptionValue Value)[] entries)
    {
        var diagnostics = new List<Diagnostic>();
        var text = ConfigWriter.Write(Config(entries), options, diagnostics);
        Assert.Equal("", text);
        Assert.All(diagnostics, diagnostic => Assert.Equal(Severity.Error, diagnostic.Severity));
        return diagnostics;
    }

    /// <summary>A config called <c>test</c>.</summary>
    public static Config Config(params (string Key, OptionValue Value)[] entries) =>
        new("test", [.. entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value))]);

    /// <summary>The dict of a layer.</summary>
    public static DictValue Layer(string layerClass, params (OptionValue Key, OptionValue Value)[] options) =>
        OptionValue.Dict([("class", layerClass), .. options]);

    private static string Text(ConfigFormat format, string? template, (string, OptionValue)[] entries)
    {
        var diagnostics = new List<Diagnostic>();
        var options = new WriteOptions(format, template, "my.sbn", Header: false);
        var text = ConfigWriter.Write(Config(entries), options, diagnostics);
        Assert.Empty(diagnostics);
        return text;
    }
}
