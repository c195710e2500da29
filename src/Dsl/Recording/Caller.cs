using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>
/// Finds the user's line for operators. Methods get it from the compiler (<see cref="CallerLineNumberAttribute"/>);
/// C# gives operators no such way, so there the call stack is asked, once per operator that the user wrote.
/// Operators inside a library module take the line of the module's call instead and cost nothing.
/// </summary>
internal static class Caller
{
    /// <summary>The line that holds the operator; an operand's line where no debug information says.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static SourceLocation OfOperator(Tensor left, Tensor right)
    {
        if (Net.Of(left, right) is { } net && net.CallSite.IsKnown)
        {
            return net.CallSite;
        }

        // Frame 0 is this method, 1 the operator, 2 the code that wrote it.
        var frame = new StackFrame(skipFrames: 2, needFileInfo: true);
        return frame.GetFileName() is { } file
            ? new SourceLocation(file, frame.GetFileLineNumber(), frame.GetFileColumnNumber())
            : FirstKnown(left.Node.Location, right.Node.Location);
    }

    private static SourceLocation FirstKnown(SourceLocation first, SourceLocation second) =>
        first.IsKnown ? first : second;
}
