using System.Reflection;
using NetDsl.Cli;
using Xunit;

namespace NetDsl.Tests.Cli;

public sealed class ToolDiagnosticsTests
{
    private static readonly SourceLocation place = new("a.cs", 1);

    private static readonly Diagnostic[] all =
    [
        ToolDiagnostics.Usage("m", null),
        ToolDiagnostics.ModelNotFound("m", null),
        ToolDiagnostics.NotAModel("m", "r"),
        ToolDiagnostics.ModelThrew(new InvalidOperationException(), [place]),
        ToolDiagnostics.NoModels(place, "r"),
        ToolDiagnostics.UnknownModel("m", ["n"], null),
        ToolDiagnostics.DuplicateModel(SourceLocation.None, new Net("a")),
        ToolDiagnostics.SeveralModels(["a", "b"], wereChosen: false),
        ToolDiagnostics.CannotBuild(place, "w", "w"),
        ToolDiagnostics.SdkMissing("m"),
        ToolDiagnostics.BuildFailed("m", "o"),
        ToolDiagnostics.NotAnAssembly("m", "r"),
        ToolDiagnostics.OutputFolderMissing("o", "f"),
        ToolDiagnostics.OutputIsFolder("o"),
        ToolDiagnostics.OutputNotWritable("o", "r"),
        ToolDiagnostics.OutputIsInput("o"),
        ToolDiagnostics.CannotRead("f", "r"),
        ToolDiagnostics.OutOfDate("f", "/f", 1, "h"),
        ToolDiagnostics.NothingToVerify("f", "h"),
        ToolDiagnostics.NothingToCompare("a.py", null),
        ToolDiagnostics.UnreadableReport("a.json", "r"),
        ToolDiagnostics.BuiltDifferently("w", "b", "i"),
        ToolDiagnostics.ModelEndedProcess(),
        ToolDiagnostics.ModelReturnedNothing(1),
        ToolDiagnostics.TooManyWarnings(2, 1),
        ToolDiagnostics.WrongSettings(place, "m", null),
        ToolDiagnostics.WrongVariable("N", "v", "w", null),
        ToolDiagnostics.FilesOutOfDate("d", ["f"]),
        ToolDiagnostics.FileExists("f"),
        ToolDiagnostics.NotAConfig("f", "r"),
        ToolDiagnostics.ModelNameIsNoFile(new Net("a")),
        ToolDiagnostics.OutOfTime(TimeSpan.FromSeconds(1)),
        ToolDiagnostics.OutOfMemory(),
        ToolDiagnostics.UnknownParameter("p", [], null),
        ToolDiagnostics.WrongParameterValue("p", "v", "int"),
        ToolDiagnostics.MissingParameter("p", "int"),
        ToolDiagnostics.UnknownParameterType("p", "t"),
        ToolDiagnostics.NotAModelFunction("t"),
        ToolDiagnostics.EmittedConfigRejected(new Net("a"), []),
        ToolDiagnostics.InternalBug(new InvalidOperationException()),
    ];

    public static TheoryData<string> Codes => [.. all.Select(diagnostic => diagnostic.Code)];

    [Fact]
    public void Every_diagnostic_of_the_tool_is_in_this_test() =>
        Assert.Equal(
            typeof(ToolDiagnostics)
                .GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Count(method => method.ReturnType == typeof(Diagnostic)),
            all.Length
        );

    // A code that has been seen in a log must never come to mean something else.
    [Fact]
    public void Codes_stay_with_their_meanings()
    {
        Assert.Equal("ND0110", ToolDiagnostics.BuildFailed("m", "o").Code);
        Assert.Equal("ND0115", ToolDiagnostics.OutputIsInput("o").Code);
        Assert.Equal("ND0118", ToolDiagnostics.NothingToVerify("f", "h").Code);
    }

    [Fact]
    public void No_code_has_two_meanings() =>
        Assert.Equal(all.Length, all.Select(diagnostic => diagnostic.Code).Distinct().Count());

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_text_with_an_example(string code)
    {
        var text = DiagnosticTexts.Find(code);

        Assert.StartsWith($"# {code}: ", text, StringComparison.Ordinal);
        Assert.Contains("\n```", text, StringComparison.Ordinal);
    }
}
