using System.Collections.Immutable;

namespace NetDsl;

/// <summary>One finding about a model or a config: what is wrong, where, and what to do.</summary>
/// <param name="Code">The stable code, such as <c>ND2001</c>; each has a text of its own (<see cref="DiagnosticTexts"/>).</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message)
{
    /// <summary>The user's line that causes it.</summary>
    public SourceLocation Location { get; init; } = SourceLocation.None;

    /// <summary>Other places that matter, each with a few words; shown indented below the message.</summary>
    public ImmutableArray<RelatedLocation> Related { get; init; } = [];

    /// <summary>The layer or parameter concerned, if there is one.</summary>
    public string? Layer { get; init; }

    /// <summary>What to write instead.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The message with place and code on one line, as on the command line.</summary>
    public override string ToString() =>
        $"{(Location.IsKnown ? Location.ToString() : "netdsl ")}: {SeverityWord} {Code}: {Message}";

    private string SeverityWord =>
        Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "info",
        };
}
