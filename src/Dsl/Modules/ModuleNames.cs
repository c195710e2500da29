namespace NetDsl;

/// <summary>The names of the modules and parameters of a net.</summary>
/// <param name="paths">The dotted path of each module.</param>
/// <param name="parameters">The variable name of each parameter that a module holds.</param>
/// <param name="inOrder">These parameters, in the order of the walk.</param>
/// <param name="options">What holds for a module or parameter in training, where anything is said.</param>
/// <param name="faulty">The modules and parameters whose names, or those of modules around them, have been reported.</param>
internal sealed class ModuleNames(
    Dictionary<Module, string> paths,
    Dictionary<Parameter, string> parameters,
    List<Parameter> inOrder,
    Dictionary<object, ParameterOptions> options,
    HashSet<object> faulty
)
{
    /// <summary>Every parameter held by a module, in the order of the walk.</summary>
    internal IReadOnlyList<Parameter> Parameters => inOrder;

    /// <summary>The dotted paths of all modules.</summary>
    internal IEnumerable<string> Paths => paths.Values;

    /// <summary>The dotted path of a module; empty for none.</summary>
    internal string PathOf(Module? module) => module is null ? "" : paths.GetValueOrDefault(module, "");

    /// <summary>The variable name of a parameter, or null if no module holds it.</summary>
    internal string? NameOf(Parameter parameter) => parameters.GetValueOrDefault(parameter);

    /// <summary>What holds for the parameters of a module that say nothing themselves.</summary>
    internal ParameterOptions OptionsOf(Module? module) =>
        module is null ? ParameterOptions.None : options.GetValueOrDefault(module, ParameterOptions.None);

    /// <summary>What holds for a parameter.</summary>
    internal ParameterOptions OptionsOf(Parameter parameter) =>
        parameter.IsAuxiliary ? ParameterOptions.None
        : parameter.Options is not { } own ? options.GetValueOrDefault(parameter, ParameterOptions.None)
        : own.Over(options.GetValueOrDefault(parameter, ParameterOptions.None));

    /// <summary>Whether the name of a module, or of one around it, has been reported.</summary>
    internal bool IsFaulty(Module? module) => module is not null && faulty.Contains(module);

    /// <summary>Whether the name of a module that holds the parameter has been reported.</summary>
    internal bool IsFaulty(Parameter parameter) => faulty.Contains(parameter);
}
