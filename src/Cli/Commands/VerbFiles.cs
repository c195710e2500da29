namespace NetDsl.Cli;

/// <summary>The files that a verb is told to read and to write, as the user wrote them; null for those that were not given.</summary>
internal sealed record VerbFiles(IEnumerable<string?> Inputs, IEnumerable<string?> Outputs);
