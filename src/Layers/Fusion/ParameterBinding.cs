namespace NetDsl.Layers;

/// <summary>
/// Decides for each parameter of a fused layer whether the layer makes the variable itself or is given the one of a variable layer.
/// Either way the checkpoint is that of the primitive form (contract 0.5, 3.8).
/// </summary>
internal sealed class ParameterBinding(FusionMatch match)
{
    private readonly List<(OptionValue Key, OptionValue Value)> map = [];
    private string? scope;
    private readonly ParameterOptions training = CommonOptions(match);

    /// <summary>Whether the layer makes any variable itself.</summary>
    internal bool HasOwn => scope is not null;

    /// <summary>
    /// Adds a parameter; true if the layer makes it itself, because its name is what the layer would call it, nobody else uses it,
    /// the layer can give it its initial value, and does in training what shall be done with it.
    /// </summary>
    /// <param name="layerName">What the layer calls it, such as <c>batch_norm/v2_mean</c>.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="isExpressible">Whether the layer's options can say its initial value and trainability.</param>
    internal bool Add(string layerName, Parameter parameter, bool isExpressible)
    {
        var own =
            isExpressible
            && match.Context.OptionsOf(parameter) == training
            && match.Context.OtherUseOf(parameter) is null
            && ScopeOf(match.Context.NameOf(parameter), layerName) is { } found
            && found == (scope ?? found)
            && match.Context.MayMakeVariables(match.Result.Node, found)
                ? found
                : null;
        scope = own ?? scope;
        if (own is null)
        {
            Bind(layerName, parameter);
        }

        return own is not null;
    }

    /// <summary>Adds a parameter that training changes, and with it the option that says its initial value if the layer makes it itself.</summary>
    internal DictValue Add(DictValue options, string layerName, Parameter parameter, string initialOption) =>
        Add(layerName, parameter, !parameter.IsAuxiliary)
            ? options.With(initialOption, parameter.Initial.Value)
            : options;

    /// <summary>Binds a name of the layer to any other tensor.</summary>
    internal void Bind(string layerName, Tensor tensor) =>
        map.Add((layerName, OptionValue.Dict(("layer_output", tensor))));

    /// <summary>Adds the options that say all this.</summary>
    internal DictValue AddTo(DictValue options)
    {
        if (scope is not null)
        {
            options = training.AddTo(options.With("name_scope", scope));
        }

        if (map.Count == 0)
        {
            return options;
        }

        var reuse = DictValue.Empty;
        if (scope is not null)
        {
            // Without it, the map must have every parameter the layer asks for (contract 3.8).
            reuse = reuse.With("auto_create_missing", true);
        }

        return options.With("reuse_params", reuse.With("map", OptionValue.Dict([.. map])));
    }

    /// <summary>Whether the layer stands for its module as a whole: it owns what the module holds.</summary>
    internal bool IsModule =>
        scope is not null
        && scope.Length > 0
        && scope == match.Context.ModulePathOf(match.Result.Node).Replace('.', '/');

    // An option of the layer holds for all parameters of its scope, bound ones as well (contract 3.5): either all are its own and
    // alike, or it says nothing and those of which more is to be said stay variables.
    private static ParameterOptions CommonOptions(FusionMatch match)
    {
        ParameterOptions? common = null;
        foreach (var (_, parameter) in match.Parameters)
        {
            var options = match.Context.OptionsOf(parameter);
            if (options != (common ??= options) || match.Context.OtherUseOf(parameter) is not null)
            {
                return ParameterOptions.None;
            }
        }

        return common ?? ParameterOptions.None;
    }

    private static string? ScopeOf(string name, string layerName)
    {
        if (name == layerName)
        {
            return "";
        }

        return name.EndsWith("/" + layerName, StringComparison.Ordinal) ? name[..^(layerName.Length + 1)] : null;
    }
}
