namespace NetDsl;

/// <summary>
/// What RETURNN does with parameters in training beside following the gradient. Set on a module, it holds for all trained
/// parameters below, where an inner module or the parameter does not say otherwise.
/// </summary>
/// <example>
/// <code>
/// var encoder = net.Add("encoder", new Linear(hidden));
/// encoder.ParameterOptions = new() { L2 = 1e-4, VariationalNoise = 0.075 };
/// encoder.Bias!.Options = new() { L2 = 0 };
/// net.Output(encoder.Call(data));
/// </code>
/// </example>
public sealed record ParameterOptions
{
    /// <summary>Nothing said.</summary>
    internal static ParameterOptions None { get; } = new();

    /// <summary>Weight decay: adds <c>L2 * sum(w * w)</c> to what is minimised (RETURNN's <c>L2</c>, contract 3.5); 0 for none.</summary>
    public double? L2 { get; init; }

    /// <summary>How much of a parameter is dropped in a training step, between 0 and 1 (<c>param_dropout</c>); 0 for nothing.</summary>
    public double? Dropout { get; init; }

    /// <summary>Parameters of fewer dims are not dropped (<c>param_dropout_min_ndim</c>); 2 spares biases.</summary>
    public int? DropoutMinDims { get; init; }

    /// <summary>The standard deviation of noise added in a training step (<c>param_variational_noise</c>); 0 for none.</summary>
    public double? VariationalNoise { get; init; }

    /// <summary>Whether the parameters are trained; <c>false</c> keeps what they were loaded with.</summary>
    public bool? Trainable { get; init; }

    /// <summary>These, with the outer ones where these say nothing.</summary>
    internal ParameterOptions Over(ParameterOptions outer) =>
        ReferenceEquals(outer, None) ? this
        : ReferenceEquals(this, None) ? outer
        : new()
        {
            L2 = L2 ?? outer.L2,
            Dropout = Dropout ?? outer.Dropout,
            DropoutMinDims = DropoutMinDims ?? outer.DropoutMinDims,
            VariationalNoise = VariationalNoise ?? outer.VariationalNoise,
            Trainable = Trainable ?? outer.Trainable,
        };

    /// <summary>As options of a layer; what is nothing is not written.</summary>
    internal DictValue AddTo(DictValue options)
    {
        if (ReferenceEquals(this, None))
        {
            return options;
        }

        options = L2 is { } l2 and not 0 ? options.With("L2", l2) : options;
        if (Dropout is { } dropout and not 0)
        {
            options = options.With("param_dropout", dropout);
            options = DropoutMinDims is { } dims ? options.With("param_dropout_min_ndim", dims) : options;
        }

        options = VariationalNoise is { } noise and not 0 ? options.With("param_variational_noise", noise) : options;
        return Trainable == false ? options.With("trainable", false) : options;
    }
}
