using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>The inputs of a net, as <c>extern_data</c> describes them.</summary>
internal sealed class ExternData
{
    private const string DefaultInput = "data";

    private readonly Dictionary<string, TensorType?> types = new(StringComparer.Ordinal);
    private readonly string defaultInput;

    internal ExternData(AxisSpace space, Config config)
    {
        defaultInput = (config["default_input"] as StringValue)?.Value ?? DefaultInput;
        var described = config["extern_data"] is { } given ? given as DictValue : FromSizes(config);
        foreach (var (key, value) in described ?? DictValue.Empty)
        {
            if (key is StringValue name)
            {
                types[name.Value] = Read(space, name.Value, value);
            }
        }
    }

    /// <summary>The type of an input; null if it is not known.</summary>
    internal TensorType? Find(string key) =>
        types.GetValueOrDefault(key) ?? (key == DefaultInput ? types.GetValueOrDefault(defaultInput) : null);

    /// <summary>Makes the output of a layer an input (<c>register_as_extern_data</c>).</summary>
    internal void Register(string key, TensorType? type) => types[key] = type;

    // Before extern_data: the number of features, and of classes for each key; those of `data` are vectors, others indices.
    private DictValue? FromSizes(Config config)
    {
        var target = (config["target"] as StringValue)?.Value ?? "classes";
        var sizes = config["num_outputs"] switch
        {
            IntegerValue count => OptionValue.Dict((target, count)),
            DictValue dict => dict,
            _ => null,
        };
        if (sizes is null)
        {
            return null;
        }

        var described = DictValue.Empty;
        foreach (var (key, value) in sizes)
        {
            var rank = key is StringValue { Value: DefaultInput } ? 2 : 1;
            described = described.With(key, value is IntegerValue ? OptionValue.Tuple(value, rank) : value);
        }

        return described[defaultInput] is null && config["num_inputs"] is IntegerValue features
            ? described.With(
                defaultInput,
                OptionValue.Tuple(features, LayerCall.IsTrue(config["sparse_input"]) ? 1 : 2)
            )
            : described;
    }

    private static TensorType? Read(AxisSpace space, string name, OptionValue value) =>
        value switch
        {
            DictValue options => new TensorDescription(space, options).Read(name, isInput: true),
            // The old form: size and rank.
            SequenceValue { Items: [var dim, IntegerValue { Value: var rank }] } => new TensorDescription(
                space,
                OldForm(dim, rank)
            ).Read(name, isInput: true),
            _ => null,
        };

    private static DictValue OldForm(OptionValue dim, long rank)
    {
        var shape = Enumerable.Repeat(OptionValue.None, (int)Math.Clamp(rank - 1, 1, 10)).ToList();
        if (rank > 1)
        {
            shape.Add(dim);
        }

        var options = OptionValue.Dict(("dim", dim), ("shape", OptionValue.Tuple([.. shape])));
        return rank == 1 ? options.With("sparse", true) : options;
    }
}
