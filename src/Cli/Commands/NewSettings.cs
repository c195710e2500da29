namespace NetDsl.Cli;

/// <summary>What <c>new</c> is told.</summary>
/// <param name="Kind">One of <see cref="StarterFiles.Kinds"/>.</param>
/// <param name="Name">Of the model; null for the template's own.</param>
/// <param name="Output">A file, or the folder of a project; null for standard output, or what the name says.</param>
/// <param name="Force">Whether files that are there may be replaced.</param>
internal sealed record NewSettings(string Kind, string? Name, string? Output, bool Force);
