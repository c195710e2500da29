namespace NetDsl;

/// <summary>
/// A value in a RETURNN config: what a layer option, a dataset option or a top-level key can hold.
/// Immutable, compared by content, and free of any spelling: the writers decide how Python and JSON say it.
/// </summary>
public abstract record OptionValue
{
    // Immutable, and in nearly every layer.
    private static readonly BoolValue True = new(true);
    private static readonly BoolValue False = new(false);

    private protected OptionValue() { }

    /// <summary>Python's <c>None</c>, JSON's <c>null</c>.</summary>
    public static OptionValue None { get; } = new NoneValue();

    /// <summary>A truth value.</summary>
    public static implicit operator OptionValue(bool value) => value ? True : False;

    /// <summary>A whole number; written without a point, as RETURNN's dims need it (contract 1.2).</summary>
    public static implicit operator OptionValue(int value) => new IntegerValue(value);

    /// <summary>A whole number.</summary>
    public static implicit operator OptionValue(long value) => new IntegerValue(value);

    /// <summary>A real number; written with a point or an exponent, also when it is whole.</summary>
    public static implicit operator OptionValue(double value) => new RealValue(value);

    /// <summary>A text. Always escaped when written: it can never become code.</summary>
    public static implicit operator OptionValue(string value) => CommonWords.Of(value);

    /// <summary>An axis. JSON has no dims: there it becomes an axis name, or an error.</summary>
    public static implicit operator OptionValue(Dim value) => value.AsOption;

    /// <summary>A reference to the layer that makes the tensor.</summary>
    public static implicit operator OptionValue(Tensor value) => new TensorValue(value);

    /// <summary>Several values as a list.</summary>
    public static implicit operator OptionValue(OptionValue[] values) => List(values);

    /// <summary>A list: <c>[a, b]</c>.</summary>
    public static OptionValue List(params ReadOnlySpan<OptionValue> items) =>
        new SequenceValue(SequenceKind.List, [.. items]);

    /// <summary>A tuple: <c>(a, b)</c>. JSON has none and refuses it.</summary>
    public static OptionValue Tuple(params ReadOnlySpan<OptionValue> items) =>
        new SequenceValue(SequenceKind.Tuple, [.. items]);

    /// <summary>A set: <c>{a, b}</c>, printed in the order given. JSON has none and refuses it.</summary>
    public static OptionValue Set(params ReadOnlySpan<OptionValue> items) =>
        new SequenceValue(SequenceKind.Set, [.. items]);

    /// <summary>A dict, in the order given.</summary>
    /// <exception cref="ArgumentException">A key comes twice.</exception>
    public static DictValue Dict(params ReadOnlySpan<(OptionValue Key, OptionValue Value)> entries) =>
        DictValue.OfFew(entries);

    /// <summary>
    /// A Python expression, written as it stands. The only way to put code into a config: use it for what no other value can say,
    /// never for text from outside.
    /// </summary>
    /// <param name="python">One expression on one line.</param>
    public static OptionValue Code(string python) => new CodeValue(python);
}
