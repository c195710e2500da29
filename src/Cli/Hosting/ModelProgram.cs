using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>A program that holds models; disposing it lets its code go.</summary>
internal sealed class ModelProgram : IDisposable
{
    /// <param name="functions">In the order of the program; at least one.</param>
    /// <param name="values">Values of their parameters.</param>
    /// <exception cref="ModelException">A value is for a parameter that no function has.</exception>
    public ModelProgram(IEnumerable<Delegate> functions, ImmutableDictionary<string, string> values)
    {
        Functions = [.. functions.Select(function => new ModelFunction(function))];
        Models = [.. Functions.Select(function => function.With(values))];
        string[] known = [.. Functions.SelectMany(function => function.Parameters).Select(p => p.Name).Distinct()];
        if (values.Keys.Except(known).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw ToolDiagnostics.UnknownParameter(unknown, known, Spelling.Closest(unknown, known)).ToException();
        }
    }

    public ImmutableArray<ModelFunction> Functions { get; }

    /// <summary>The functions with the values of their parameters, in the same order.</summary>
    public ImmutableArray<Func<Net>> Models { get; }

    /// <summary>What the compiler warned of.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public ModelAssemblyLoadContext? Context { get; init; }

    public void Dispose() => Context?.Unload();
}
