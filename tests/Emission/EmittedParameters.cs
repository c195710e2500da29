using NetDsl.Tests.Golden;

namespace NetDsl.Tests.Emitting;

/// <summary>The variables that RETURNN makes of a net, as contract 10 names them, with their shape and whether they are trained.</summary>
internal static class EmittedParameters
{
    /// <summary>One line a variable, sorted: <c>ff/W [3, 4] trained</c>.</summary>
    public static IReadOnlyList<string> Of(NetSummary net) =>
        [
            .. net
                .Layers.Where(layer => !layer.Path.Contains('/', StringComparison.Ordinal))
                .SelectMany(layer => Of(net, layer))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The same lines of what RETURNN reported.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyDictionary<string, GoldenParameter> golden) =>
        [
            .. golden
                .Select(item => Line(item.Key, item.Value.Shape, item.Value.Trainable))
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Of(NetSummary net, LayerSummary layer)
    {
        var scope = layer.Options.TryGetValue("name_scope", out var given) ? given.Trim('"') : layer.Path;
        var bound = layer.Options.GetValueOrDefault("reuse_params", "");
        var prefix = scope.Length == 0 ? "" : scope + "/";
        switch (layer.Class)
        {
            case "variable":
                yield return Line(
                    prefix + layer.Options["param_name"].Trim('"'),
                    Sizes(layer.Options["shape"]),
                    !layer.Options.ContainsKey("trainable")
                );
                break;
            case "linear" or "softmax" when bound.Length == 0:
                var output = Size(layer.Options["out_dim"]);
                var input = layer.Options.GetValueOrDefault("in_dim") ?? SparseDim(layer);
                yield return Line(prefix + "W", [Size(input), output], trained: true);
                if (layer.Options["with_bias"] == "True")
                {
                    yield return Line(prefix + "b", [output], trained: true);
                }

                break;
            case "layer_norm" when bound.Length == 0:
                yield return Line(prefix + "scale", [Size(layer.Options["in_dim"])], trained: true);
                yield return Line(prefix + "bias", [Size(layer.Options["in_dim"])], trained: true);
                break;
            case "batch_norm":
                foreach (var name in new[] { "mean", "variance", "gamma", "beta" })
                {
                    if (!bound.Contains($"batch_norm/v2_{name}", StringComparison.Ordinal))
                    {
                        yield return Line(
                            $"{prefix}batch_norm/v2_{name}",
                            [Size(layer.Options["in_dim"])],
                            name is "gamma" or "beta"
                        );
                    }
                }

                break;
            case "rec":
                var units = Size(layer.Options["out_dim"]);
                var inputs = Inputs(net, layer);
                yield return Line(prefix + "lstm_cell/kernel", [inputs + units, 4 * units], trained: true);
                yield return Line(prefix + "lstm_cell/bias", [4 * units], trained: true);
                break;
            case "self_attention":
                var columns = (2 * Number(layer.Options["total_key_dim"])) + Size(layer.Options["out_dim"]);
                yield return Line(prefix + "QKV", [Inputs(net, layer), columns], trained: true);
                break;
            case "relative_positional_encoding":
                var rows = (2 * Number(layer.Options["clipping"])) + 1;
                yield return Line(prefix + "encoding_matrix", [rows, Size(layer.Options["out_dim"])], trained: true);
                break;
        }
    }

    // The golden net with class indices has these.
    private static string SparseDim(LayerSummary layer) =>
        layer.Options["from"] == "\"data:labels\"" ? "vocab:6" : throw new InvalidOperationException(layer.ToString());

    private static string Line(string name, IEnumerable<int> shape, bool trained) =>
        $"{name} [{string.Join(", ", shape)}] {(trained ? "trained" : "kept")}";

    private static int Inputs(NetSummary net, LayerSummary layer) =>
        Sizes(net[layer.Options["from"].Trim('"')].Options["out_shape"])[0];

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static int Size(string dim) => Sizes(dim)[0];

    // "[in:3, out:4]": the static dims in order.
    private static int[] Sizes(string dims) =>
        [
            .. dims.Trim('[', ']', '{', '}', ' ')
                .Split(", ")
                .Select(dim => dim.Split(':'))
                .Where(parts => parts.Length == 2 && parts[1] != "?")
                .Select(parts => int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)),
        ];
}
