namespace NetDsl.LayerApiGenerator;

/// <summary>Writes the list of the generated public API, as the analyzer wants it.</summary>
internal static class PublicApiWriter
{
    private const string Layers = "NetDsl.Layers";

    public static string Write(Api api)
    {
        var lines = new List<string> { $"{Layers}.ReturnnLayers" };
        lines.AddRange(api.Methods.Select(OfMethod));
        lines.AddRange(api.Words.SelectMany(OfWords));
        lines.AddRange(OfOptions("LayerOptions", api.Common));
        lines.AddRange(OfOptions("SourceOptions", api.OfSources));
        lines.AddRange(OfOpenRecord($"{Layers}.LayerOptions"));
        lines.AddRange(OfDerivedRecord($"{Layers}.SourceOptions", $"{Layers}.LayerOptions"));
        return "#nullable enable\n" + string.Concat(lines.Order(StringComparer.Ordinal).Select(line => line + "\n"));
    }

    private static string OfMethod(LayerMethod method)
    {
        var parameters = MethodWriter
            .Parameters(method)
            .Select(parameter => parameter.Public)
            .Append("string! file = \"\"")
            .Append("int line = 0");
        return $"static {Layers}.ReturnnLayers.{method.Name}({string.Join(", ", parameters)}) -> NetDsl.Tensor!";
    }

    private static IEnumerable<string> OfWords(WordType words)
    {
        var type = words.Type.FullName;
        yield return type;
        foreach (var (place, (member, _)) in words.Words.Index())
        {
            yield return words.IsEnum
                ? FormattableString.Invariant($"{type}.{member} = {place} -> {type}")
                : $"static {type}.{member}.get -> {type}!";
        }

        if (words.IsEnum)
        {
            yield break;
        }

        if (words.Named is not null)
        {
            yield return $"static {type}.Named(string! name) -> {type}!";
        }

        if (words.Expression is not null)
        {
            yield return $"static {type}.Expression(string! python) -> {type}!";
        }

        yield return $"{type}.<Clone>$() -> {type}!";
        foreach (var line in OfAnyRecord(type))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> OfOptions(string name, IReadOnlyList<OptionParameter> options)
    {
        yield return $"{Layers}.{name}";
        yield return $"{Layers}.{name}.{name}() -> void";
        foreach (var option in options)
        {
            var property = $"{Layers}.{name}.{OptionsWriter.Property(option)}";
            yield return $"{property}.get -> {option.Type.FullName}?";
            yield return $"{property}.init -> void";
        }
    }

    private static IEnumerable<string> OfOpenRecord(string type) =>
        OfAnyRecord(type)
            .Where(line => !line.StartsWith($"{type}.Equals", StringComparison.Ordinal))
            .Append($"{type}.{type[(type.LastIndexOf('.') + 1)..]}({type}! original) -> void")
            .Append($"virtual {type}.<Clone>$() -> {type}!")
            .Append($"virtual {type}.EqualityContract.get -> System.Type!")
            .Append($"virtual {type}.Equals({type}? other) -> bool")
            .Append($"virtual {type}.PrintMembers(System.Text.StringBuilder! builder) -> bool");

    private static IEnumerable<string> OfDerivedRecord(string type, string parent) =>
        OfAnyRecord(type)
            .Append($"override {type}.<Clone>$() -> {type}!")
            .Append($"override sealed {type}.Equals({parent}? other) -> bool");

    private static IEnumerable<string> OfAnyRecord(string type) =>
        [
            $"{type}.Equals({type}? other) -> bool",
            $"override {type}.Equals(object? obj) -> bool",
            $"override {type}.GetHashCode() -> int",
            $"override {type}.ToString() -> string!",
            $"static {type}.operator !=({type}? left, {type}? right) -> bool",
            $"static {type}.operator ==({type}? left, {type}? right) -> bool",
        ];
}
