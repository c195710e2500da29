using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>What a dict of options is checked against.</summary>
/// <param name="ClassName">Whose options they are.</param>
/// <param name="Options">What the class takes.</param>
/// <param name="Unknown">The finding for a name that it does not take, with the name that was meant.</param>
internal sealed record OptionDict(string ClassName, OptionTable Options, Func<string, string?, Diagnostic> Unknown)
{
    /// <summary>Names that are no options.</summary>
    internal Func<string, bool> IsLeftOut { get; init; } = name => name == "class";

    /// <summary>Options that the dict need not give although the class requires them.</summary>
    internal Func<string, bool> IsGivenElsewhere { get; init; } = _ => false;

    /// <summary>Whether types are documented loosely, so that only the family of a value counts.</summary>
    internal bool IsLoose { get; init; }
}
