using System.Globalization;

namespace NetDsl.Layers;

/// <summary>The options of a layer that is being recorded: which layers and dims they name, and where.</summary>
internal sealed class RecordedOptions
{
    private const string LayerPrefix = "layer:";

    private readonly List<(string Option, int Index, string Name, Tensor Tensor)> references = [];
    private readonly List<Dim> dims = [];
    private readonly List<Dim> outDims = [];

    internal RecordedOptions(DictValue options)
    {
        var read = DictValue.Empty;
        foreach (var (key, value) in options)
        {
            var option = ((StringValue)key).Value;
            read = read.With(option, Read(option, 0, value));
        }

        Dict = read;
    }

    /// <summary>The options as a config has them: with names in the place of tensors.</summary>
    internal DictValue Dict { get; }

    /// <summary>The tensors among the options.</summary>
    internal IEnumerable<Tensor> Tensors => references.Select(reference => reference.Tensor);

    /// <summary>The dims among the options.</summary>
    internal IReadOnlyList<Dim> Dims => dims;

    /// <summary>The dims that options say of the output.</summary>
    internal IReadOnlyList<Dim> OutDims => outDims;

    /// <summary>The tensor at a place.</summary>
    /// <param name="option">The option, and the keys inside it: <c>reuse_params/map/W/layer_output</c>.</param>
    /// <param name="index">Which item of a list, or 0.</param>
    internal Tensor? Find(string option, int index)
    {
        foreach (var reference in references)
        {
            if (reference.Option == option && reference.Index == index)
            {
                return reference.Tensor;
            }
        }

        return null;
    }

    /// <summary>The tensor that has been given a name.</summary>
    internal Tensor? Named(string name)
    {
        foreach (var reference in references)
        {
            if (reference.Name == name)
            {
                return reference.Tensor;
            }
        }

        return null;
    }

    internal int CountOf(string option) => references.Count(reference => reference.Option == option);

    private OptionValue Read(string option, int index, OptionValue value)
    {
        switch (value)
        {
            case TensorValue reference:
                return Name(option, index, reference.Value);
            case DimValue dim:
                dims.Add(dim.Value);
                if (option.StartsWith("out_", StringComparison.Ordinal))
                {
                    outDims.Add(dim.Value);
                }

                return value;
            case SequenceValue sequence:
                return sequence with { Items = [.. sequence.Items.Select((item, place) => Read(option, place, item))] };
            case DictValue dict:
                return DictValue.OfValues(
                    dict.Select(entry =>
                        KeyValuePair.Create(
                            Read(option, 0, entry.Key),
                            Read($"{option}/{(entry.Key as StringValue)?.Value}", 0, entry.Value)
                        )
                    )
                );
            default:
                return value;
        }
    }

    // Of an input as target RETURNN has the key (contract 3.5).
    private StringValue Name(string option, int index, Tensor tensor)
    {
        var name =
            option == "target" && tensor.Node is InputNode input
                ? input.Key
                : string.Create(CultureInfo.InvariantCulture, $"{LayerPrefix}{references.Count}");
        references.Add((option, index, name, tensor));
        return new(name);
    }
}
