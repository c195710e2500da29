using System.Reflection;
using System.Text;

namespace NetDsl.Cli;

/// <summary>The files that people start from; the same ones are in the package NetDsl.Templates.</summary>
internal static class StarterFiles
{
    /// <summary>The kind that is a folder with several files.</summary>
    public const string Project = "project";

    private const string TemplateName = "MyModel";
    private const string TemplateNet = "my_model";
    private const string TemplateVersion = "0.0.0-version";

    /// <summary>What can be started from.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["model", "training", "module", Project];

    /// <summary>The files of a kind, by name.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="name">The model's name; null for the template's own.</param>
    public static IReadOnlyList<(string File, string Text)> Of(string kind, string? name)
    {
        var assembly = typeof(StarterFiles).Assembly;
        var prefix = $"templates/{kind}/";
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(resource => (Named(resource[prefix.Length..], name), Named(Read(assembly, resource), name))),
        ];
    }

    private static string Named(string text, string? name)
    {
        var versioned = text.Replace(TemplateVersion, VersionAction.ToolVersion, StringComparison.Ordinal);
        return name is null
            ? versioned
            : versioned
                .Replace(TemplateName, Pascal(name), StringComparison.Ordinal)
                .Replace(TemplateNet, name, StringComparison.Ordinal);
    }

    private static string Pascal(string name)
    {
        var text = new StringBuilder();
        foreach (var part in name.Split('_', '-', '.'))
        {
            text.Append(part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..]);
        }

        return text.ToString();
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
