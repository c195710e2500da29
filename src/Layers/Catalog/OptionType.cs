namespace NetDsl.Layers;

/// <summary>
/// The documented type of an option, as far as a config can violate it. <c>None</c>, <c>False</c>, code and tensors are always
/// taken: RETURNN reads the first two as "not given" nearly everywhere, and nobody knows what the others become.
/// </summary>
/// <param name="Kinds">What is taken.</param>
/// <param name="Items">What a sequence may hold; null if unknown.</param>
internal sealed record OptionType(ValueKinds Kinds, OptionType? Items = null)
{
    private const ValueKinds Numbers = ValueKinds.Bool | ValueKinds.Integer | ValueKinds.Real;
    private const ValueKinds Names = ValueKinds.Text | ValueKinds.Layer;
    private const ValueKinds Containers = ValueKinds.Sequence | ValueKinds.Dict | ValueKinds.Dim;

    /// <summary>No complaint, ever.</summary>
    internal static OptionType Anything { get; } = new(ValueKinds.Anything);

    /// <summary>Whether this is a switch: RETURNN takes any value for one and reads it as Python does, texts as true.</summary>
    internal bool IsSwitch => Kinds == ValueKinds.Bool;

    /// <summary>Whether an option of this type can hold the value.</summary>
    internal bool Accepts(OptionValue value) =>
        Kinds.HasFlag(ValueKinds.Anything)
        || value switch
        {
            NoneValue or CodeValue or TensorValue or BoolValue { Value: false } => true,
            BoolValue => Has(Numbers),
            // Switches are often written as 0 and 1.
            IntegerValue { Value: 0 or 1 } => Has(Numbers),
            IntegerValue => Has(ValueKinds.Integer | ValueKinds.Real),
            RealValue => Has(ValueKinds.Real),
            StringValue => Has(Names),
            // A dim is taken for its size.
            DimValue => Has(ValueKinds.Dim | ValueKinds.Integer),
            SequenceValue sequence => Has(ValueKinds.Sequence) && AcceptsItems(sequence),
            // In Python {} is meant as a set often enough, and being empty it serves.
            DictValue { Count: 0 } => Has(ValueKinds.Dict | ValueKinds.Sequence),
            DictValue => Has(ValueKinds.Dict),
            _ => true,
        };

    /// <summary>Whether the value is at least of the right family: number, text or container. For types that are documented loosely.</summary>
    internal bool AcceptsFamily(OptionValue value) =>
        Kinds.HasFlag(ValueKinds.Anything)
        || value switch
        {
            NoneValue or CodeValue or TensorValue or BoolValue { Value: false } => true,
            BoolValue or IntegerValue or RealValue => Has(Numbers),
            StringValue => Has(Names),
            _ => Has(Containers),
        };

    /// <summary>What is taken, in words: "a whole number or a list".</summary>
    public override string ToString()
    {
        var words = new List<string>();
        Add(ValueKinds.Real, "a number");
        if (!Has(ValueKinds.Real))
        {
            Add(ValueKinds.Integer, "a whole number");
        }

        if (!Has(ValueKinds.Real | ValueKinds.Integer))
        {
            Add(ValueKinds.Bool, "True or False");
        }

        Add(ValueKinds.Text, "a text");
        Add(ValueKinds.Layer, "the name of a layer");
        Add(ValueKinds.Dim, "a dim");
        Add(ValueKinds.Sequence, Items is null ? "a list" : $"a list (each item {Items})");
        Add(ValueKinds.Dict, "a dict");
        return words.Count switch
        {
            0 => "another value",
            1 => words[0],
            _ => $"{string.Join(", ", words[..^1])} or {words[^1]}",
        };

        void Add(ValueKinds kind, string word)
        {
            if (Has(kind))
            {
                words.Add(word);
            }
        }
    }

    private bool Has(ValueKinds any) => (Kinds & any) != 0;

    private bool AcceptsItems(SequenceValue sequence)
    {
        foreach (var item in sequence.Items)
        {
            if (Items is not null && !Items.Accepts(item))
            {
                return false;
            }
        }

        return true;
    }
}
