namespace NetDsl.LayerApiGenerator;

/// <summary>Writes the document about all layer classes.</summary>
internal static class DocumentWriter
{
    public static string Write(Api api)
    {
        var text = new TextOutput(
            """
            # Layers of RETURNN

            Written by `tools/LayerApiGenerator` from [what was introspected from RETURNN](../src/Layers/Catalog/Facts/README.md); do not edit it.

            `ReturnnLayers` has a function for each layer class. An option that is not given is not written, and RETURNN's default holds. Which dims come out, NetDsl works out as RETURNN does; `outShape`, `outDataType` and `outSparseDim` declare it where it cannot: for nets inside layers, for options that are code, and for the few classes that it does not know so well. An axis that the layer makes has to be a dim of the model: give it by `outDim`, `outDims`, `windowDim` and the like. Set `Training` before the first layer, if its behavior version is not the default. `common` holds the options at the end of this page. Where RETURNN decides, the default depends on other options or on the behavior version.

            - `LayerAxis`: a dim, or an axis by its role, such as `LayerAxis.Time`. `LayerAxes`: one of them, or a list.
            - `Extent`: a number or a dim. `Counts`: a whole number, or a list of them. `Number`: a whole or a real number.
            - `PadWidth`: a number or a dim for both ends, or a pair.
            - `Tensor`: the layer that makes it. Where RETURNN takes a number, too, a number is written as such.
            - `Sources`: one tensor, or a list.

            What has no type of its own here is an `OptionValue`: a number, a text, a list, a dict, a dim, a tensor or code. `Layer.Raw` takes any class with any options.


            """
        );
        foreach (var method in api.Methods)
        {
            WriteMethod(text, method);
        }

        text.Append("## Options of all layers\n\nProperties of `LayerOptions`.\n\n");
        WriteTable(text, api.Common.Select(option => (OptionsWriter.Property(option), option)));
        text.Append("\n## Options of layers that join their sources\n\nFurther properties of `SourceOptions`.\n\n");
        WriteTable(text, api.OfSources.Select(option => (OptionsWriter.Property(option), option)));
        text.Append("\n## Words\n\n| type | members | takes others |\n|---|---|---|\n");
        foreach (var words in api.Words)
        {
            var members = string.Join(", ", words.Words.Select(word => $"`{word.Member}`"));
            text.Append($"| `{words.Type.Name}` | {members} | {Others(words)} |\n");
        }

        return text.ToString();
    }

    private static string Others(WordType words) =>
        (words.Named, words.Expression) switch
        {
            (null, null) => "",
            (_, null) => "`Named(...)`",
            _ => "`Named(...)`, `Expression(...)`",
        };

    private static void WriteMethod(TextOutput text, LayerMethod method)
    {
        text.Append($"## {method.Name}\n\n{method.Does} Class `{method.LayerClass}`; {Reads(method.Sources)}.\n\n");
        if (method.Options.Count > 0)
        {
            WriteTable(text, method.Options.Select(option => (option.Name, option)));
            text.Append("\n");
        }

        if (method.JoinsSources)
        {
            text.Append("`common` is a `SourceOptions`.\n\n");
        }

        foreach (var (option, reason) in method.LeftOut)
        {
            text.Append($"Not `{option}`: {reason}.\n\n");
        }
    }

    private static string Reads(SourceKind kind) =>
        kind switch
        {
            SourceKind.None => "reads nothing but its options",
            SourceKind.One => "reads `source`",
            SourceKind.Two => "reads `first` and `second`",
            SourceKind.Several => "reads `sources`, one or several",
            _ => "reads `sources`, each with its axis",
        };

    private static void WriteTable(TextOutput text, IEnumerable<(string Name, OptionParameter Option)> options)
    {
        text.Append("| parameter | option | type | default |\n|---|---|---|---|\n");
        foreach (var (name, option) in options)
        {
            text.Append($"| `{name}` | `{option.Option}` | `{option.Type.Name}` | {option.DefaultWords} |\n");
        }
    }
}
