namespace NetDsl.Emit;

/// <summary>Puts together what is found at a place of a config.</summary>
internal static class CheckFinding
{
    internal static Diagnostic Error(string code, CheckPlace place, string message, string? suggestion) =>
        Of(Severity.Error, code, place, message, suggestion);

    internal static Diagnostic Warning(string code, CheckPlace place, string message, string? suggestion) =>
        Of(Severity.Warning, code, place, message, suggestion);

    internal static Diagnostic Info(string code, CheckPlace place, string message, string? suggestion) =>
        Of(Severity.Info, code, place, message, suggestion);

    private static Diagnostic Of(
        Severity severity,
        string code,
        CheckPlace place,
        string message,
        string? suggestion
    ) =>
        new(code, severity, char.ToUpperInvariant(message[0]) + message[1..])
        {
            Layer = place.Layer,
            Location = place.Location,
            Suggestion = suggestion,
        };
}
