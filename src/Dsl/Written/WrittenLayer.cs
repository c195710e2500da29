using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>One layer of a <see cref="WrittenConfig"/>: its class, what it reads, and its options by RETURNN's names.</summary>
public sealed class WrittenLayer
{
    private readonly OrderedDictionary<string, OptionValue> options = new(StringComparer.Ordinal);
    private readonly OptionValue? whole;

    /// <summary>A layer; options follow in braces: <c>new("linear", "data") { ["n_out"] = 512 }</c>.</summary>
    /// <param name="layerClass">The class name.</param>
    /// <param name="from">What it reads: a name, or a list of names; not written unless given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public WrittenLayer(
        string layerClass,
        WrittenSources? from = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : this(new SourceLocation(file, line))
    {
        ArgumentException.ThrowIfNullOrEmpty(layerClass);
        options["class"] = layerClass;
        if (from is not null)
        {
            options["from"] = from.Value;
        }
    }

    private WrittenLayer(SourceLocation location, OptionValue? whole = null) =>
        (Location, this.whole) = (location, whole);

    internal SourceLocation Location { get; }

    /// <summary>An option by RETURNN's name, <c>class</c> and <c>from</c> among them.</summary>
    /// <exception cref="KeyNotFoundException">There is no such option to be read.</exception>
    /// <exception cref="InvalidOperationException">This is no layer, but another value.</exception>
    public OptionValue this[string option]
    {
        get => options[option];
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(option);
            ArgumentNullException.ThrowIfNull(value);
            if (whole is not null)
            {
                throw new InvalidOperationException("This value is no layer with options.");
            }

            options[option] = value;
        }
    }

    /// <summary>Takes an option out, so that RETURNN's default holds.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string option) => options.Remove(option);

    /// <summary>The layer as a value, as it is now.</summary>
    public OptionValue ToValue() => whole ?? DictValue.Of(options);

    /// <summary>What stands among layers without being one, such as <c>#config</c>.</summary>
    public static WrittenLayer FromValue(OptionValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(SourceLocation.None, value);
    }

    /// <summary>The layer as the value of an option, such as <c>true_layer</c>.</summary>
    public static implicit operator OptionValue(WrittenLayer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return layer.ToValue();
    }

    /// <summary>What stands among layers without being one, such as <c>#config</c>.</summary>
    public static implicit operator WrittenLayer(OptionValue value) => FromValue(value);
}
