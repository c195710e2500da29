using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Structure;

/// <summary>Short ways to read and check the structure of a net that is written as Python.</summary>
internal static class StructureOf
{
    /// <summary>The structure of a net; <c>extern_data</c> has <c>data</c> and <c>classes</c>.</summary>
    public static NetStructure Net(string layers) => NetStructure.Read(Config(Text(layers)));

    /// <summary>What is found in a net: severity and code, line, message, and what to do.</summary>
    public static IEnumerable<string> Findings(string layers) => FindingsOf(Text(layers));

    /// <summary>What is found in the net of a whole config.</summary>
    public static IEnumerable<string> FindingsOf(string config) =>
        Diagnostics(config)
            .Select(found =>
                $"{found.Severity} {found.Code} ({found.Location.Line}): {found.Message} {found.Suggestion}".TrimEnd()
            );

    /// <summary>Severity and code of what is found in a net.</summary>
    public static IEnumerable<string> Codes(string layers) => CodesOf(Text(layers));

    /// <summary>Severity and code of what is found in the net of a whole config.</summary>
    public static IEnumerable<string> CodesOf(string config) =>
        Diagnostics(config).Select(found => $"{found.Severity} {found.Code}");

    /// <summary>What is found in the net of a whole config.</summary>
    public static List<Diagnostic> Diagnostics(string config)
    {
        var read = ConfigReader.Read(config, "net.py", []);
        Assert.NotNull(read);
        var source = NetSource.Of(read.Config);
        var target = new CheckTarget(read.Config, new TextPlaces(read.Locations))
        {
            RaisesRecursionLimit = config.Contains("setrecursionlimit", StringComparison.Ordinal),
        };
        var diagnostics = new List<Diagnostic>();
        StructureCheck.Run(target, source, NetStructure.Read(source), diagnostics);
        return diagnostics;
    }

    /// <summary>A config of a net whose first layer is on line 4.</summary>
    public static string Text(string layers) =>
        $$"""
            behavior_version = 21
            extern_data = {"data": {"dim": 5, "shape": (None, 5)}, "classes": {"dim": 5, "shape": (None,), "sparse": True} }
            network = {
            {{layers}}
            }
            """;

    private static Config Config(string text)
    {
        var read = ConfigReader.Read(text, "net.py", []);
        Assert.NotNull(read);
        return read.Config;
    }
}
