namespace NetDsl;

/// <summary>What a parameter holds before the first step.</summary>
public sealed record Initializer
{
    private Initializer(OptionValue value) => Value = value;

    /// <summary>Uniform within the bounds of Glorot and Bengio (2010), sqrt(6 / (fan in + fan out)); RETURNN's default for weights.</summary>
    public static Initializer GlorotUniform { get; } = new("glorot_uniform");

    /// <summary>Normal with the variance of Glorot and Bengio (2010), 2 / (fan in + fan out).</summary>
    public static Initializer GlorotNormal { get; } = new("glorot_normal");

    /// <summary>Normal with the variance of He et al. (2015), 2 / fan in, made for <see cref="Ops.Relu"/>; cut off at two deviations.</summary>
    public static Initializer HeNormal { get; } = VarianceScaling(2.0);

    /// <summary>Uniform with the variance of He et al. (2015), 2 / fan in: within the bounds sqrt(6 / fan in).</summary>
    public static Initializer HeUniform { get; } = VarianceScaling(2.0, isUniform: true);

    /// <summary>A random orthogonal matrix.</summary>
    public static Initializer Orthogonal { get; } = new("orthogonal");

    /// <summary>The identity matrix.</summary>
    public static Initializer Identity { get; } = new("identity");

    /// <summary>What RETURNN makes of it: a number or the name of an initializer.</summary>
    public OptionValue Value { get; }

    /// <summary>The same number in every entry.</summary>
    public static implicit operator Initializer(double value) => new((OptionValue)value);

    /// <summary>The same whole number in every entry.</summary>
    public static implicit operator Initializer(int value) => new((OptionValue)value);

    /// <summary>Normally distributed around 0.</summary>
    /// <param name="deviation">The standard deviation, above 0.</param>
    public static Initializer Normal(double deviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        return new(OptionValue.Dict(("class", "RandomNormal"), ("mean", 0.0), ("stddev", deviation)));
    }

    /// <summary>Normally distributed around 0; what lies more than two deviations away is drawn again.</summary>
    /// <param name="deviation">The standard deviation before anything is drawn again, above 0.</param>
    public static Initializer TruncatedNormal(double deviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        return new(OptionValue.Dict(("class", "TruncatedNormal"), ("mean", 0.0), ("stddev", deviation)));
    }

    /// <summary>Numbers around 0 with the variance scale / fan, by the shape of the parameter.</summary>
    /// <param name="scale">Above 0: 1 as LeCun et al. (1998), 2 as He et al. (2015), each with <see cref="Fan.In"/>.</param>
    /// <param name="fan">What the scale is divided by.</param>
    /// <param name="isUniform">Whether all numbers within bounds are equally likely; otherwise normal, cut off at two deviations.</param>
    public static Initializer VarianceScaling(double scale, Fan fan = Fan.In, bool isUniform = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        var mode = fan switch
        {
            Fan.In => "fan_in",
            Fan.Out => "fan_out",
            Fan.Average => "fan_avg",
            _ => throw new ArgumentOutOfRangeException(nameof(fan), fan, message: null),
        };
        return new(
            OptionValue.Dict(
                ("class", "VarianceScaling"),
                ("scale", scale),
                ("mode", mode),
                ("distribution", isUniform ? "uniform" : "truncated_normal")
            )
        );
    }

    /// <summary>Uniformly distributed within <c>-bound</c> and <c>bound</c>.</summary>
    /// <param name="bound">Above 0.</param>
    public static Initializer Uniform(double bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return new(OptionValue.Dict(("class", "RandomUniform"), ("minval", -bound), ("maxval", bound)));
    }

    /// <summary>What RETURNN takes and nothing here says: a name, an expression, or a dict with <c>class</c>.</summary>
    /// <param name="value">Written as it is.</param>
    public static Initializer Of(OptionValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <summary>The number in every entry, or null if entries are drawn.</summary>
    internal double? Number =>
        Value switch
        {
            RealValue real => real.Value,
            IntegerValue integer => integer.Value,
            _ => null,
        };
}
