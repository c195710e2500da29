using System.Diagnostics;
using Xunit;

namespace NetDsl.Tests.Repository;

/// <summary>The script for people who have RETURNN can be parsed by Python, and is short enough to be read before it is run.</summary>
public sealed class PythonScriptTests
{
    private const int MostLines = 150;

    [Fact]
    public void The_script_that_asks_RETURNN_is_Python()
    {
        using var python = Process.Start(
            new ProcessStartInfo("python3", ["-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", Script])
            {
                RedirectStandardError = true,
            }
        )!;

        Assert.Equal("", python.StandardError.ReadToEnd());
        python.WaitForExit();
        Assert.Equal(0, python.ExitCode);
    }

    [Fact]
    public void The_script_that_asks_RETURNN_is_short() =>
        Assert.InRange(File.ReadAllLines(Script).Length, 1, MostLines);

    private static string Script => RepositoryFiles.FullPath("tools", "returnn_verify.py");
}
