using System.Runtime.CompilerServices;
using Xunit;

namespace NetDsl.Tests.Dsl;

/// <summary>What came of a recording, and where it stands in the test.</summary>
internal static class Recorded
{
    /// <summary>The line below the call.</summary>
    public static int NextLine([CallerLineNumber] int line = 0) => line + 1;

    /// <summary>A net that has a result already.</summary>
    public static Net Started(out Tensor data, params ReadOnlySpan<Dim> dims)
    {
        var net = new Net("net");
        data = net.Input("data", Shape.Create(dims));
        net.Output(data, "data_copy");
        return net;
    }

    /// <summary>All that the net has to say, whether it can be built or not.</summary>
    public static IReadOnlyList<Diagnostic> Diagnostics(Net net)
    {
        try
        {
            return net.Build().Diagnostics;
        }
        catch (ModelException error)
        {
            return error.Diagnostics;
        }
    }

    /// <summary>The net has one thing to say, and this is it.</summary>
    public static void Says(Net net, Expected expected, [CallerFilePath] string file = "") =>
        Assert.Equal(expected.In(file), string.Join('\n', Diagnostics(net).Select(Show)));

    /// <summary>Code and line of everything the net has to say.</summary>
    public static IEnumerable<(string Code, int Line)> CodesAndLines(Net net) =>
        Diagnostics(net).Select(diagnostic => (diagnostic.Code, diagnostic.Location.Line));

    /// <summary>The names that checkpoints have for what the net uses, in the order of first use.</summary>
    public static IEnumerable<string> ParameterNames(Net net) => net.Build().Parameters.Select(used => used.Name);

    /// <summary>The kinds of all nodes, those of branches before their Cond.</summary>
    public static IEnumerable<string> Kinds(Net net) => net.Build().Nodes.Select(node => node.Kind);

    /// <summary>All of a diagnostic, a line each.</summary>
    public static string Show(Diagnostic diagnostic) =>
        string.Join(
            '\n',
            [
                $"{diagnostic.Severity} {diagnostic.Code} {Place(diagnostic.Location)}: {diagnostic.Message}",
                .. diagnostic.Related.Select(related => $"  {Place(related.Location)}: {related.Note}"),
                $"  of {diagnostic.Layer ?? "no layer"}",
                $"  {diagnostic.Suggestion ?? "no suggestion"}",
            ]
        );

    private static string Place(SourceLocation location) => $"{Path.GetFileName(location.Path)}({location.Line})";
}
