namespace NetDsl.Layers;

/// <summary>A whole or a real number, where RETURNN tells them apart: <c>0</c>, <c>0.5</c>.</summary>
public sealed record Number
{
    private Number(OptionValue value) => Value = value;

    /// <summary>What is written.</summary>
    internal OptionValue Value { get; }

    /// <summary>A whole number.</summary>
    public static implicit operator Number(int value) => new((OptionValue)value);

    /// <summary>A real number.</summary>
    public static implicit operator Number(double value) => new((OptionValue)value);

    /// <summary>A truth value, for tensors of such.</summary>
    public static implicit operator Number(bool value) => new((OptionValue)value);
}
