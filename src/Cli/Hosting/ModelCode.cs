using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;

namespace NetDsl.Cli;

/// <summary>Calls into the user's code, and what it throws as diagnostics.</summary>
internal static class ModelCode
{
    private const int MaxPlaces = 6;

    /// <summary>Runs user code.</summary>
    /// <exception cref="ModelException">It threw this, or anything else, which is then told with the user's line.</exception>
    public static T Call<T>(CliHost host, Func<T> code)
    {
        using var scope = new ModelScope(host);
        return CallInScope(code);
    }

    /// <summary>Runs user code where a <see cref="ModelScope"/> holds already, such as one around several threads.</summary>
    /// <exception cref="ModelException">It threw this, or anything else, which is then told with the user's line.</exception>
    public static T CallInScope<T>(Func<T> code)
    {
        try
        {
            return code();
        }
        catch (ModelException)
        {
            throw;
        }
#pragma warning disable CA1031 // User code may throw anything; all of it is told, with its type.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            var cause = Cause(thrown);
            throw cause as ModelException ?? ToolDiagnostics.ModelThrew(cause, Places(cause)).ToException();
        }
    }

    private static Exception Cause(Exception thrown)
    {
        while (
            thrown
                is TypeInitializationException { InnerException: not null }
                    or TargetInvocationException { InnerException: not null }
                    or AggregateException { InnerExceptions.Count: 1 }
        )
        {
            thrown = thrown.InnerException!;
        }

        return thrown;
    }

    /// <summary>The user's lines on the stack, innermost first: frames that have a file and are not ours.</summary>
    private static ImmutableArray<SourceLocation> Places(Exception thrown) =>
        [
            .. new StackTrace(thrown, fNeedFileInfo: true)
                .GetFrames()
                .Where(frame => frame.GetFileName() is not null && frame.GetFileLineNumber() > 0)
                .Where(frame =>
                    frame.GetMethod()?.Module.Assembly is { } assembly && !ToolAssemblies.Contains(assembly)
                )
                .Select(frame => new SourceLocation(
                    frame.GetFileName()!,
                    frame.GetFileLineNumber(),
                    Math.Max(1, frame.GetFileColumnNumber())
                ))
                .Distinct()
                .Take(MaxPlaces),
        ];
}
