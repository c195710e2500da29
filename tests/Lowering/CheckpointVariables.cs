using NetDsl.Emit;

namespace NetDsl.Tests.Lowering;

/// <summary>
/// The variables that RETURNN makes for the layers of a config: those of <c>variable</c> layers, and those that layers make for
/// themselves unless <c>reuse_params</c> gives them others (contract 0.5, 3.8, 7, 10).
/// </summary>
internal static class CheckpointVariables
{
    internal static IReadOnlyList<CheckpointVariable> Of(EmittedNet net) =>
        [.. net.Layers.SelectMany(layer => Of(layer, net)).OrderBy(variable => variable.Name, StringComparer.Ordinal)];

    private static IEnumerable<CheckpointVariable> Of(DictValue layer, EmittedNet net) =>
        EmittedNet.ClassOf(layer) switch
        {
            "variable" => [Variable(layer)],
            "batch_norm" => Unbound(layer, Norm(layer)),
            "linear" or "softmax" => Unbound(layer, Linear(layer, net.Emission.Config)),
            "layer_norm" => Unbound(layer, ScaleAndBias(Sizes([layer["in_dim"]!]))),
            "norm" when layer["param_shape"] is SequenceValue shape => Unbound(
                layer,
                ScaleAndBias(Sizes(shape.Items)).Where(variable => layer[variable.Name] is BoolValue { Value: true })
            ),
            "conv" when layer["groups"] is not null && layer["filter"] is null => Unbound(layer, Conv(layer)),
            "transposed_conv" when layer["filter"] is null => Unbound(layer, TransposedConv(layer)),
            "self_attention" => Unbound(layer, Attention(layer, net)),
            "relative_positional_encoding" when layer["fixed"] is null => Unbound(layer, Encoding(layer)),
            _ => [],
        };

    private static CheckpointVariable Variable(DictValue layer) =>
        new(
            Scoped(layer, Text(layer["param_name"])),
            Sizes(((SequenceValue)layer["shape"]!).Items),
            layer["trainable"] is not BoolValue { Value: false },
            Initial(layer["init"])
        );

    private static IEnumerable<CheckpointVariable> Norm(DictValue layer)
    {
        var shape = Sizes([layer["in_dim"]!]);
        return
        [
            new("batch_norm/v2_mean", shape, IsTrainable: false, Initial(0.0)),
            new("batch_norm/v2_variance", shape, IsTrainable: false, Initial(1.0)),
            new("batch_norm/v2_gamma", shape, IsTrainable: true, Initial(layer["gamma_init"])),
            new("batch_norm/v2_beta", shape, IsTrainable: true, Initial(layer["beta_init"])),
        ];
    }

    private static IEnumerable<CheckpointVariable> ScaleAndBias(string shape) =>
        [new("scale", shape, IsTrainable: true, Initial(1.0)), new("bias", shape, IsTrainable: true, Initial(0.0))];

    // What is sparse has its classes as input dim.
    private static IEnumerable<CheckpointVariable> Linear(DictValue layer, Config config)
    {
        var (input, output) = (layer["in_dim"] ?? SparseDim(layer, config), layer["out_dim"]!);
        yield return new("W", Sizes([input, output]), IsTrainable: true, Initial(layer["forward_weights_init"]));
        if (layer["with_bias"] is BoolValue { Value: true })
        {
            yield return new("b", Sizes([output]), IsTrainable: true, Initial(layer["bias_init"]));
        }
    }

    private static OptionValue SparseDim(DictValue layer, Config config)
    {
        var inputs = (DictValue)config["extern_data"]!;
        return ((DictValue)inputs[Text(layer["from"])["data:".Length..]]!)["sparse_dim"]!;
    }

    private static IEnumerable<CheckpointVariable> Conv(DictValue layer)
    {
        var groups = ((IntegerValue)layer["groups"]!).Value;
        var input = (OptionValue)((DimValue)layer["in_dim"]!).Value.FloorDiv((int)groups);
        return Filtered(layer, "W", $"{Window(layer)} x {Sizes([input, layer["out_dim"]!])}");
    }

    private static IEnumerable<CheckpointVariable> TransposedConv(DictValue layer) =>
        Filtered(
            layer,
            "W_native_transposed_conv",
            $"{Window(layer)} x 1 x {Sizes([layer["out_dim"]!, layer["in_dim"]!])}"
        );

    private static IEnumerable<CheckpointVariable> Filtered(DictValue layer, string name, string shape)
    {
        yield return new(name, shape, IsTrainable: true, Initial(layer["forward_weights_init"]));
        if (layer["with_bias"] is BoolValue { Value: true })
        {
            yield return new("bias", Sizes([layer["out_dim"]!]), IsTrainable: true, Initial(layer["bias_init"]));
        }
    }

    private static string Window(DictValue layer) =>
        string.Join(" x ", ((SequenceValue)layer["filter_size"]!).Items.Select(size => ((IntegerValue)size).Value));

    private static IEnumerable<CheckpointVariable> Attention(DictValue layer, EmittedNet net)
    {
        var (keys, values) = (((IntegerValue)layer["total_key_dim"]!).Value, ((DimValue)layer["out_dim"]!).Value.Size);
        var shape = FormattableString.Invariant($"{net.FeaturesOf(layer["from"]!)} x {(2 * keys) + values}");
        yield return new("QKV", shape, IsTrainable: true, Initial(layer["forward_weights_init"]));
    }

    private static IEnumerable<CheckpointVariable> Encoding(DictValue layer)
    {
        var rows = (2 * ((IntegerValue)layer["clipping"]!).Value) + 1;
        var shape = FormattableString.Invariant($"{rows} x {((DimValue)layer["out_dim"]!).Value.Size}");
        yield return new("encoding_matrix", shape, IsTrainable: true, Initial(layer["forward_weights_init"]));
    }

    private static IEnumerable<CheckpointVariable> Unbound(DictValue layer, IEnumerable<CheckpointVariable> own)
    {
        var reuse = layer["reuse_params"] as DictValue;
        var map = reuse?["map"] as DictValue ?? DictValue.Empty;
        var missing = own.Where(variable => map[variable.Name] is null).ToList();
        if (reuse is not null && missing.Count > 0 && reuse["auto_create_missing"] is not BoolValue { Value: true })
        {
            throw new InvalidOperationException($"RETURNN refuses a map without {missing[0].Name}.");
        }

        return missing.Select(variable => variable with { Name = Scoped(layer, variable.Name) });
    }

    private static string Scoped(DictValue layer, string name)
    {
        var scope = Text(layer["name_scope"]);
        return scope.Length == 0 ? name : $"{scope.TrimStart('/')}/{name}";
    }

    private static string Sizes(IEnumerable<OptionValue> dims) =>
        string.Join(" x ", dims.Select(dim => ((DimValue)dim).Value.Size));

    private static string Initial(OptionValue? value) => value?.ToString() ?? "RETURNN's default";

    private static string Text(OptionValue? value) => ((StringValue)value!).Value;
}
