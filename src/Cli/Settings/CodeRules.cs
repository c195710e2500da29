using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>What one source of settings (flags, environment, file) says about codes.</summary>
internal sealed record CodeRules
{
    /// <summary>The severity that a code shall have; null for none at all.</summary>
    public ImmutableDictionary<string, Severity?> Severities { get; init; } =
        ImmutableDictionary.Create<string, Severity?>(StringComparer.Ordinal);

    /// <summary>Codes, or <see cref="OptionalValues.All"/>.</summary>
    public ImmutableHashSet<string> WarningsAsErrors { get; init; } = [];

    public ImmutableHashSet<string> NoWarn { get; init; } = [];

    /// <summary>The severity of a finding that is no error.</summary>
    /// <param name="found">What was found, with the severity it has by itself.</param>
    /// <param name="severity">What weaker sources made of it; null if they left it out.</param>
    public Severity? Apply(Diagnostic found, Severity? severity)
    {
        if (Severities.TryGetValue(found.Code, out var given))
        {
            severity = given;
        }

        if (NoWarn.Contains(found.Code))
        {
            return null;
        }

        // A code that is named is raised although a weaker source left it out; all are raised as they are.
        var isWarning =
            severity == Severity.Warning
            || (found.Severity == Severity.Warning && WarningsAsErrors.Contains(found.Code));
        var isRaised = WarningsAsErrors.Contains(OptionalValues.All) || WarningsAsErrors.Contains(found.Code);
        return isWarning && isRaised ? Severity.Error : severity;
    }
}
