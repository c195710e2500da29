using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>What a caller can choose about an emitted config.</summary>
public sealed record EmitOptions
{
    /// <summary>Python unless said otherwise.</summary>
    public ConfigFormat Format { get; init; } = ConfigFormat.Python;

    /// <summary>Whether rules may fuse; false emits the primitive form.</summary>
    public bool Lower { get; init; } = true;

    /// <summary>Rules that must not fire although <see cref="Lower"/> is on, by name.</summary>
    public ImmutableHashSet<string> RulesOff { get; init; } = [];

    /// <summary>The rules.</summary>
    internal RuleSet Rules { get; init; } = RuleSet.All;

    /// <summary>Whether RETURNN never builds the net: it is computed here, and may be deeper than RETURNN can build.</summary>
    internal bool IsComputedOnly { get; init; }

    /// <summary>A Scriban template for the frame of the file instead of the built-in one.</summary>
    public string? Template { get; init; }

    /// <summary>Where the template comes from, for diagnostics.</summary>
    public string? TemplatePath { get; init; }

    /// <summary>Whether the comment at the top is written.</summary>
    public bool Header { get; init; } = true;
}
