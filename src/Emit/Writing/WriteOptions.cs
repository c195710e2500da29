namespace NetDsl.Emit;

/// <summary>What can be chosen about the text of a config.</summary>
/// <param name="Format">Python or JSON.</param>
/// <param name="Template">The text of a Scriban template that takes the place of the built-in frame; Python only.</param>
/// <param name="TemplatePath">Where the template comes from, for messages.</param>
/// <param name="Header">Whether a comment says where the file comes from; JSON has no comments that RETURNN reads in front (contract 1.1).</param>
internal sealed record WriteOptions(ConfigFormat Format, string? Template, string? TemplatePath, bool Header);
