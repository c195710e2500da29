namespace NetDsl.Emit;

/// <summary>Where reading stops, so that no text takes for ever or ends the process.</summary>
internal static class ImportLimits
{
    /// <summary>Open brackets, and values inside each other; CPython's own limit.</summary>
    public const int DeepestNesting = 200;

    /// <summary>Characters of a config. A net of 100,000 layers has a third of that.</summary>
    public const int LongestText = 32 << 20;

    /// <summary>Syntax errors until nothing more is read.</summary>
    public const int MostErrors = 100;

    /// <summary>Keys and names that come twice until no more are reported.</summary>
    public const int MostRepeatedNames = 100;

    /// <summary>Steps of statements that are run; the largest published configs take a hundredth.</summary>
    public const long MostSteps = 3_000_000;

    /// <summary>Statements and values that cannot be run until no more are tried.</summary>
    public const int MostFailures = 2000;

    /// <summary>How often a config is read again because a name turned out to be known only to Python.</summary>
    public const int MostReadings = 6;

    /// <summary>What all names that are used as values may stand for, in values; more is a text made to blow up.</summary>
    public const int MostSubstituted = 1_000_000;
}
