using NetDsl.Emit;
using NetDsl.Tests.Writing;

namespace NetDsl.Tests.Checking;

/// <summary>Short ways to check a config in tests.</summary>
internal static class Checked
{
    /// <summary>The line of the layer <c>x</c>.</summary>
    public static SourceLocation Line { get; } = new("model.cs", 12);

    /// <summary>All that is found in a config.</summary>
    public static List<Diagnostic> Config(Config config) => By(ConfigCheck.Run, config);

    /// <summary>All that the schema says of a config of these keys; its layers need not belong together.</summary>
    public static List<Diagnostic> Keys(params (string Key, OptionValue Value)[] entries) =>
        By(SchemaCheck.Run, Written.Config(entries));

    /// <summary>All that is found in a net of the layer <c>x</c>.</summary>
    public static List<Diagnostic> Layer(string layerClass, params (OptionValue Key, OptionValue Value)[] options) =>
        Layer(Written.Layer(layerClass, options));

    /// <summary>All that is found in a net of the layer <c>x</c> under a behavior version.</summary>
    public static List<Diagnostic> Layer(
        int behaviorVersion,
        string layerClass,
        params (OptionValue Key, OptionValue Value)[] options
    ) =>
        Keys(
            ("behavior_version", behaviorVersion),
            ("network", OptionValue.Dict(("x", Written.Layer(layerClass, options))))
        );

    /// <summary>All that is found in a net of the layer <c>x</c>.</summary>
    public static List<Diagnostic> Layer(OptionValue layer) => Net(("x", layer));

    /// <summary>All that is found in a net.</summary>
    public static List<Diagnostic> Net(params (OptionValue Key, OptionValue Value)[] layers) =>
        Keys(("behavior_version", 21), ("network", OptionValue.Dict(layers)));

    /// <summary>Code, severity and text, and what to do instead, of each.</summary>
    public static IEnumerable<string> Texts(List<Diagnostic> found) =>
        found.Select(finding => $"{finding.Severity} {finding.Code}: {finding.Message} {finding.Suggestion}".TrimEnd());

    private static List<Diagnostic> By(Action<CheckTarget, List<Diagnostic>> check, Config config)
    {
        var diagnostics = new List<Diagnostic>();
        var lines = new Dictionary<string, SourceLocation>(StringComparer.Ordinal) { ["x"] = Line };
        check(new(config, new LayerLines(lines)), diagnostics);
        return diagnostics;
    }
}
