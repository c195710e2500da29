using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>What the directives of a script ask of its compiler.</summary>
internal sealed record ScriptPlan
{
    /// <summary>The first directive that only the SDK can honour; null if the script can be compiled in process.</summary>
    public ScriptDirective? OnlySdk { get; private init; }

    /// <summary>The property of that name; null if not set.</summary>
    public string? LangVersion { get; private init; }

    /// <summary>The property of that name; null if not set.</summary>
    public string? Nullable { get; private init; }

    /// <summary>Symbols besides those that every program has.</summary>
    public ImmutableArray<string> DefineConstants { get; private init; } = [];

    /// <summary>The files that are compiled with the script, as written.</summary>
    public ImmutableArray<ScriptDirective> Includes { get; private init; } = [];

    /// <param name="directives">The script's.</param>
    /// <param name="folder">The script's, which its paths are relative to.</param>
    public static ScriptPlan Of(ImmutableArray<ScriptDirective> directives, string folder)
    {
        var plan = new ScriptPlan();
        foreach (var directive in directives)
        {
            var next = directive.Kind switch
            {
                "package" => IsTool(directive.Value.Split('@')[0].Trim()) ? plan : null,
                "project" => ToolProject.Is(directive.Value, folder) ? plan : null,
                "property" => plan.With(directive.Value),
                "include" when IsOneSource(directive.Value) => plan with { Includes = plan.Includes.Add(directive) },
                _ => null,
            };
            plan = next ?? plan with { OnlySdk = plan.OnlySdk ?? directive };
        }

        return plan;
    }

    /// <summary>This plan with what an included file asks for beside.</summary>
    public ScriptPlan Over(ScriptPlan included) =>
        this with
        {
            OnlySdk = OnlySdk ?? included.OnlySdk,
            DefineConstants = [.. DefineConstants, .. included.DefineConstants],
        };

    private ScriptPlan? With(string property)
    {
        var parts = property.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts is not [var name, var value])
        {
            // Not a property; the SDK says why.
            return null;
        }

        return name.ToUpperInvariant() switch
        {
            "LANGVERSION" => IsSimple(value) ? this with { LangVersion = value } : null,
            "NULLABLE" => IsSimple(value) ? this with { Nullable = value } : null,
            "DEFINECONSTANTS" => WithConstants(value),
            _ => this,
        };
    }

    private ScriptPlan? WithConstants(string value)
    {
        var constants = value
            .Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(constant => constant != "$(DefineConstants)")
            .ToArray();
        return Array.TrueForAll(constants, IsSimple)
            ? this with
            {
                DefineConstants = [.. DefineConstants, .. constants],
            }
            : null;
    }

    /// <summary>Whether a value is what it says, without MSBuild.</summary>
    private static bool IsSimple(string value) => value.AsSpan().IndexOfAny("$%@()") < 0;

    // Patterns and other kinds of files are for the SDK.
    private static bool IsOneSource(string path) =>
        IsSimple(path) && !path.AsSpan().ContainsAny("*?;") && path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static bool IsTool(string package) => package.Equals("NetDsl", StringComparison.OrdinalIgnoreCase);
}
