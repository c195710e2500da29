using System.Collections.Immutable;
using System.Reflection;

namespace NetDsl.Cli;

/// <summary>A function that records a net, and what it can be told from the command line: its own parameters.</summary>
internal sealed class ModelFunction
{
    private readonly Delegate function;
    private readonly ParameterInfo[] declared;

    public ModelFunction(Delegate function)
    {
        this.function = function;
        declared = function.Method.GetParameters();
        Parameters = [.. declared.Select((parameter, index) => new ModelParameter(parameter, DefaultOf(index)))];
    }

    public ImmutableArray<ModelParameter> Parameters { get; }

    /// <summary>The function with values; what is wrong with them is thrown when it is called, as if the model threw.</summary>
    /// <param name="values">Those of the command line; names that this function does not have are for other models.</param>
    public Func<Net> With(ImmutableDictionary<string, string> values)
    {
        if (function is Func<Net> plain)
        {
            return plain;
        }

        return () =>
        {
            if (!typeof(Net).IsAssignableFrom(function.Method.ReturnType))
            {
                throw ToolDiagnostics.NotAModelFunction(function.Method.ReturnType.Name).ToException();
            }

            var arguments = new object?[Parameters.Length];
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = Parameters[i].Value(values);
            }

            return (Net)function.DynamicInvoke(arguments)!;
        };
    }

    // The compiler may keep the default of a lambda with its delegate type alone.
    private object? DefaultOf(int index)
    {
        var method = declared[index];
        var invoked = function.GetType().GetMethod("Invoke")!.GetParameters();
        return method.HasDefaultValue ? method.DefaultValue
            : invoked.Length == declared.Length && invoked[index].HasDefaultValue ? invoked[index].DefaultValue
            : DBNull.Value;
    }
}
