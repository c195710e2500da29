namespace NetDsl.Emit;

/// <summary>A value and how much it is, names replaced by what they stand for.</summary>
/// <param name="Value">The value.</param>
/// <param name="Inner">Where the values inside it are.</param>
/// <param name="Weight">How much there is to write, about.</param>
/// <param name="Depth">How many containers are inside each other.</param>
internal readonly record struct Evaluated(OptionValue Value, PositionTree? Inner, long Weight, int Depth)
{
    private const int CharsOfOneWeight = 16;

    /// <summary>A value that holds no other.</summary>
    public static Evaluated Leaf(OptionValue value) =>
        new(
            value,
            null,
            value switch
            {
                StringValue text => 1 + (text.Value.Length / CharsOfOneWeight),
                CodeValue code => 1 + (code.Python.Length / CharsOfOneWeight),
                _ => 1,
            },
            0
        );

    /// <summary>How many parts of it are known only to Python.</summary>
    public int CodeParts => CountCode(Value);

    /// <summary>Whether any part of it is known only to Python.</summary>
    public bool HoldsCode => CodeParts > 0;

    private static int CountCode(OptionValue value) =>
        value switch
        {
            CodeValue => 1,
            SequenceValue sequence => sequence.Items.Sum(CountCode),
            DictValue dict => dict.Sum(entry => CountCode(entry.Key) + CountCode(entry.Value)),
            _ => 0,
        };

    /// <summary>Whether code elsewhere can change the value.</summary>
    public bool IsMutable => Value is DictValue or SequenceValue;
}
