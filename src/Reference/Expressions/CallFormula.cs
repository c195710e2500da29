using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>A function; operators are functions, too.</summary>
/// <param name="Function">TensorFlow's name without the module, or RETURNN's word for an operator.</param>
/// <param name="Arguments">In order.</param>
internal sealed record CallFormula(string Function, ImmutableArray<Formula> Arguments) : Formula;
