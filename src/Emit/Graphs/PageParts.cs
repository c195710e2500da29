namespace NetDsl.Emit;

/// <summary>The parts of pages and drawings that are no C#: files beside this one.</summary>
internal static class PageParts
{
    /// <summary>Colours, for light and dark.</summary>
    internal static string Colours { get; } = Read("colours.css");

    /// <summary>How nodes and lines look.</summary>
    internal static string Shapes { get; } = Read("shapes.css");

    /// <summary>The page.</summary>
    internal static string Page { get; } = Read("page.html");

    /// <summary>How the page looks.</summary>
    internal static string Styles { get; } = Read("page.css");

    /// <summary>What the page does.</summary>
    internal static string Script { get; } = Read("page.js");

    private static string Read(string file)
    {
        var stream =
            typeof(PageParts).Assembly.GetManifestResourceStream($"Page.{file}")
            ?? throw new InvalidOperationException($"There is no {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
