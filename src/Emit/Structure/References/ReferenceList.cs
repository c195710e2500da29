namespace NetDsl.Emit;

/// <summary>The references of one layer while they are found.</summary>
internal sealed class ReferenceList(ReferenceResolver resolver, NetLayer layer)
{
    // Nested deeper than Python reads.
    private const int Deepest = 100;

    private readonly string extra = ExtraNetPrefix.Of(layer.Name);

    /// <summary>What was found so far.</summary>
    public List<NetReference> Items { get; } = [];

    /// <summary>What a name stands for in the layer's scope.</summary>
    public ReferenceTarget Resolve(string name) => resolver.Resolve(layer.Scope, name, extra).Target;

    /// <summary>Adds a value that is a layer's name; code is an unknown layer, all else is nothing.</summary>
    public void Add(string option, int index, OptionValue? value, ReferenceNeed need)
    {
        if (value is StringValue { Value: { Length: > 0 } name })
        {
            Add(option, index, name, need);
        }
        else if (value is CodeValue or TensorValue)
        {
            Items.Add(new(option, index, "", false, UnknownTarget.Instance) { Need = need });
        }
    }

    /// <summary>Adds a layer's name.</summary>
    public void Add(string option, int index, string name, ReferenceNeed need, bool isImplicit = false) =>
        Add(option, index, name, name, isImplicit, need);

    /// <summary>Adds a text that stands for a layer of another name.</summary>
    public void Add(
        string option,
        int index,
        string text,
        string name,
        bool isImplicit,
        ReferenceNeed need = ReferenceNeed.Before
    )
    {
        var (isPrevious, target) = resolver.Resolve(layer.Scope, name, extra);
        // Of the layer that the prefix asks for there is none: its namesake is made again.
        var isAnew =
            target is LayerTarget { Layer.Name: var found }
            && ExtraNetPrefix.Of(name).Length > ExtraNetPrefix.Of(found).Length;
        Items.Add(
            new(option, index, text, isPrevious, target)
            {
                Need = isAnew ? ReferenceNeed.Anew : need,
                IsImplicit = isImplicit,
            }
        );
    }

    /// <summary>Adds all names in a value that nests lists and dicts; not the words that mean something else.</summary>
    public void AddNested(string option, OptionValue? value, IReadOnlySet<string>? words) =>
        AddNested(option, 0, value, words, 0);

    private void AddNested(string option, int index, OptionValue? value, IReadOnlySet<string>? words, int depth)
    {
        switch (value)
        {
            case StringValue text when words?.Contains(text.Value) == true:
                break;
            case SequenceValue sequence when depth < Deepest:
                for (var i = 0; i < sequence.Items.Length; i++)
                {
                    AddNested(option, i, sequence.Items[i], words, depth + 1);
                }

                break;
            case DictValue dict when depth < Deepest:
                foreach (var (key, item) in dict)
                {
                    AddNested($"{option}/{(key as StringValue)?.Value}", 0, item, words, depth + 1);
                }

                break;
            default:
                Add(option, index, value, ReferenceNeed.Before);
                break;
        }
    }
}
