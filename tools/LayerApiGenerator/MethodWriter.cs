namespace NetDsl.LayerApiGenerator;

/// <summary>Writes the function of a layer class.</summary>
internal static class MethodWriter
{
    public static string Write(LayerMethod method)
    {
        var text = new TextOutput();
        text.Append(
            """
            using System.Runtime.CompilerServices;

            namespace NetDsl.Layers;

            public static partial class ReturnnLayers
            {

            """
        );
        text.Append(
            $"    /// <summary>{Xml(method.Does)}</summary>\n    /// <remarks>RETURNN's class <c>{method.LayerClass}</c>.</remarks>\n"
        );
        foreach (var (name, _, does) in SourceParameters(method.Sources))
        {
            text.Append($"    /// <param name=\"{name}\">{does}</param>\n");
        }

        foreach (var option in method.Options)
        {
            text.Append($"    /// <param name=\"{option.Name}\">{Xml(About(option))}</param>\n");
        }

        text.Append(
            """
                /// <param name="common">Options that other classes have, too.</param>
                /// <param name="outShape">The dims that come out, where they do not follow from the rest.</param>
                /// <param name="outDataType">What the entries are that come out, where that does not follow.</param>
                /// <param name="outSparseDim">For class indices, the dim they point into, where that does not follow.</param>
                /// <param name="file">Filled in by the compiler.</param>
                /// <param name="line">Filled in by the compiler.</param>

            """
        );
        text.Append($"    public static Tensor {method.Name}(\n");
        foreach (var parameter in Parameters(method))
        {
            text.Append($"        {parameter.Code},\n");
        }

        text.Append(
            """
                    [CallerFilePath] string file = "",
                    [CallerLineNumber] int line = 0
                ) =>
                    TypedLayer

            """
        );
        text.Append(
            $"            .Of({string.Join(", ", [$"\"{method.LayerClass}\"", .. SourceArguments(method.Sources)])})\n"
        );
        foreach (var call in method.Options.SelectMany(option => option.Calls(option.Code)))
        {
            text.Append($"            {call}\n");
        }

        if (method.Variables != "false")
        {
            text.Append($"            .WithVariables({(method.Variables == "true" ? "" : method.Variables)})\n");
        }

        if (method.Scope.Length > 0)
        {
            text.Append($"            .WithScope(\"{method.Scope}\")\n");
        }

        text.Append("            .Record(common, new(outShape, outDataType, outSparseDim), file, line);\n}\n");
        return text.ToString();
    }

    /// <summary>All parameters but those that the compiler fills in.</summary>
    public static IEnumerable<(string Code, string Public)> Parameters(LayerMethod method)
    {
        foreach (var (name, type, _) in SourceParameters(method.Sources))
        {
            yield return ($"{type.Name} {name}", $"{type.FullName}! {name}");
        }

        foreach (var option in method.Options)
        {
            var (type, name) = (option.Type, option.Name);
            yield return option.IsRequired
                ? ($"{type.Name} {option.Code}", $"{type.FullName}{(type.IsReference ? "!" : "")} {name}")
                : ($"{type.Name}? {option.Code} = null", $"{type.FullName}? {name} = null");
        }

        var common = method.CommonType;
        yield return ($"{common}? common = null", $"NetDsl.Layers.{common}? common = null");
        yield return ("Shape? outShape = null", "NetDsl.Shape? outShape = null");
        yield return ("DataType? outDataType = null", "NetDsl.DataType? outDataType = null");
        yield return ("Dim? outSparseDim = null", "NetDsl.Dim? outSparseDim = null");
    }

    /// <summary>What is said of an option.</summary>
    public static string About(OptionParameter option) =>
        option.IsRequired ? $"Option `{option.Option}`."
        : option.Default is null ? $"Option `{option.Option}`; without it RETURNN decides."
        : $"Option `{option.Option}`; RETURNN's default is `{option.Default}`.";

    /// <summary>Text as the content of an XML comment, with code for what is between backticks.</summary>
    public static string Xml(string text)
    {
        var parts = text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Split('`');
        return string.Concat(parts.Select((part, place) => place % 2 == 0 ? part : $"<c>{part}</c>"));
    }

    private static IEnumerable<(string Name, ParameterType Type, string Does)> SourceParameters(SourceKind kind)
    {
        var tensor = new ParameterType("Tensor", "NetDsl.Tensor", IsReference: true);
        switch (kind)
        {
            case SourceKind.One:
                yield return ("source", tensor, "What it reads.");
                break;
            case SourceKind.Two:
                yield return ("first", tensor, "The first of the two that it reads.");
                yield return ("second", tensor, "The second.");
                break;
            case SourceKind.Several:
                yield return (
                    "sources",
                    new("Sources", "NetDsl.Layers.Sources", IsReference: true),
                    "What it reads: one tensor or a list."
                );
                break;
            case SourceKind.Pairs:
                const string Pair = "(NetDsl.Tensor! Source, NetDsl.Layers.LayerAxis! Axis)";
                yield return (
                    "sources",
                    new(
                        "IReadOnlyList<(Tensor Source, LayerAxis Axis)>",
                        $"System.Collections.Generic.IReadOnlyList<{Pair}>",
                        IsReference: true
                    ),
                    "What it reads, each with its axis."
                );
                break;
        }
    }

    private static IEnumerable<string> SourceArguments(SourceKind kind) =>
        kind == SourceKind.Two ? ["[first, second]"] : SourceParameters(kind).Select(parameter => parameter.Name);
}
