using System.Globalization;
using Xunit;

namespace NetDsl.Tests.Golden.Python;

public sealed class PythonConfigTests
{
    public static TheoryData<string> Cases => [.. GoldenFiles.CaseNames];

    public static TheoryData<string> Equivalences => [.. GoldenFiles.EquivalenceNames];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_golden_config_is_read(string name) =>
        Assert.True(PythonConfig.Parse(GoldenFiles.Case(name).Config).Has("network"));

    [Theory]
    [MemberData(nameof(Equivalences))]
    public void Both_configs_of_every_equivalence_are_read(string name)
    {
        var equivalence = GoldenFiles.Equivalence(name);

        Assert.All(
            [equivalence.FusedConfig, equivalence.BlocksConfig],
            config => Assert.True(PythonConfig.Parse(config).Has("network"))
        );
    }

    [Fact]
    public void A_training_config_is_read_in_order() =>
        Assert.Equal(
            "use_tensorflow behavior_version task train dev time_dim in_dim cls_dim extern_data hid_dim network batch_size max_seqs num_epochs optimizer learning_rate model log_verbosity",
            string.Join(' ', PythonConfig.Parse(GoldenFiles.TrainingConfig()).Assignments.Select(item => item.Name))
        );

    [Theory]
    [InlineData("None", "None")]
    [InlineData("True", "True")]
    [InlineData("-12", "-12")]
    [InlineData("0", "0")]
    [InlineData("1e-8", "1E-08")]
    [InlineData("0.001", "0.001")]
    [InlineData("3.0", "3.0")]
    [InlineData("'it\\'s'", "\"it's\"")]
    [InlineData(@"""a\\\n\x41\u00e9\U0001F600""", "\"a\\\\\\nA\u00e9\U0001F600\"")]
    [InlineData("[1, [2], ]", "[1, [2]]")]
    [InlineData("(1)", "1")]
    [InlineData("(1,)", "(1,)")]
    [InlineData("()", "()")]
    [InlineData("{}", "{}")]
    [InlineData("{2, 1}", "{1, 2}")]
    [InlineData("{\"b\": 1, 2: 0}", "{\"b\": 1, 2: 0}")]
    [InlineData("set()", "set()")]
    [InlineData("float(\"inf\")", "float(\"inf\")")]
    [InlineData("1 + 2 * 3 - 4 // 5", "((1 + (2 * 3)) - (4 // 5))")]
    [InlineData("(1 + 2) * 3", "((1 + 2) * 3)")]
    [InlineData("Dim(None, name=\"t\", kind=Dim.Types.Spatial)", "Dim(None, name=\"t\", kind=Dim.Types.Spatial)")]
    [InlineData("batch_dim.ceildiv_right(2)", "batch_dim.ceildiv_right(2)")]
    [InlineData("(batch_dim + 1).ceildiv_right(2)", "(batch_dim + 1).ceildiv_right(2)")]
    [InlineData("{Mark(batch_dim), batch_dim}", "{Mark(batch_dim), batch_dim}")]
    [InlineData("[\n  1,  # one\n\n  2,\n]", "[1, 2]")]
    public void A_value_is_read(string python, string text) => Assert.Equal(text, PythonText.Of(Read(python)));

    [Theory]
    [InlineData("x = 1\ny = unknown\n", "line 2: unknown is not defined")]
    [InlineData("x = y\ny = 1\n", "line 1: y is not defined")]
    [InlineData("x = 1\nx = 2\n", "line 2: x is defined twice")]
    [InlineData("x = {\n  'a': 1,\n  'a': 2,\n}\n", "line 3: the key \"a\" comes twice")]
    [InlineData("x = 1\n y = 2\n", "line 2: a statement is indented")]
    [InlineData("x = [1,\n2\n", "line 3: \",\" or \"]\" is expected, not the end of the file")]
    [InlineData("x = 1)\n", "line 1: \")\" closes nothing")]
    [InlineData("x = [1}\n", "line 1: \",\" or \"]\" is expected, not }")]
    [InlineData("x = 'a\n", "line 1: a string is not closed")]
    [InlineData("x = 'a' 'b'\n", "line 1: the end of the line is expected, not 'b'")]
    [InlineData("x = '\\d'\n", "line 1: \"\\d\" is no escape")]
    [InlineData("x = '\\u12'\n", "line 1: \"12'\n\" is no character code of 4 digits")]
    [InlineData("x = '\u00e9'\n", "line 1: U+00E9 in a string is not escaped")]
    [InlineData("x = 1\r\n", "line 1: the character U+000D is not expected")]
    [InlineData("x = 012\n", "line 1: 012 is no whole number")]
    [InlineData("x = 0x12\n", "line 1: 0x starts no number")]
    [InlineData("x = 1.2.3\n", "line 1: 1.2. starts no number")]
    [InlineData("x = 99999999999999999999\n", "line 1: 99999999999999999999 is no whole number")]
    [InlineData("x = -'a'\n", "line 1: a number after \"-\" is expected, not end of line")]
    [InlineData("x = 1; y = 2\n", "line 1: the character U+003B is not expected")]
    [InlineData("x = 1 y = 2\n", "line 1: the end of the line is expected, not y")]
    [InlineData("x = lambda: 1\n", "line 1: lambda is not defined")]
    [InlineData("x = set(1)(2)\n", "line 1: the end of the line is expected, not (")]
    [InlineData("x = set(a=1, 2)\n", "line 1: a keyword is expected, not 2")]
    [InlineData("x = set(a=1, a=2)\n", "line 1: the keyword a comes twice")]
    [InlineData("x = {1: 2, 3}\n", "line 1: \":\" is expected, not }")]
    [InlineData("x =\n", "line 1: a value is expected, not end of line")]
    [InlineData("True = 1\n", "line 1: a name is expected, not True")]
    [InlineData("print('x')\n", "line 1: \"=\" is expected, not (")]
    [InlineData("\n\nx += 1\n", "line 3: \"=\" is expected, not +")]
    public void Anything_else_is_refused_with_its_line(string python, string message) =>
        Assert.Equal(message, Assert.Throws<PythonSyntaxException>(() => PythonConfig.Parse(python)).Message);

    [Fact]
    public void Imports_define_names() =>
        Assert.Equal(
            2,
            PythonConfig.Parse("import a.b\nfrom c import d as e, f\nx = a\ny = [e, f]\n").Assignments.Count
        );

    [Fact]
    public void Numbers_are_read_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");

            Assert.Equal("1.5", PythonText.Of(Read("1.5")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static object? Read(string value) =>
        PythonConfig.Parse($"from returnn.tensor import Dim, Mark, batch_dim\nvalue = {value}\n")["value"];
}
