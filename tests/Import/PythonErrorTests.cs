using System.Text;
using Xunit;

namespace NetDsl.Tests.Import;

/// <summary>Mistakes are reported where they are, and reading goes on behind them.</summary>
public sealed class PythonErrorTests
{
    [Theory]
    [InlineData("x = \n", "(1,5): error ND5003: A value is expected, not the end of the line.")]
    [InlineData("x = {\n  'a': 1\n  'b': 2,\n}\n", "(3,3): error ND5003: \",\" or \"}\" is expected, not \"'b'\".")]
    [InlineData("x = [1 2]\n", "(1,8): error ND5003: \",\" or \"]\" is expected, not \"2\".")]
    [InlineData("x = {'a': 1, 'b'}\n", "(1,17): error ND5003: \":\" is expected, not \"}\".")]
    [InlineData("x = 1 y = 2\n", "(1,7): error ND5003: The end of the line is expected, not \"y\".")]
    [InlineData("print \"x\"\n", "(1,7): error ND5003: The end of the line is expected, not \"\\\"x\\\"\".")]
    [InlineData("x = a ? b : c\n", "(1,7): error ND5003: The character \"?\" means nothing here.")]
    [InlineData("x = 1\n  y = 2\n", "(2,3): error ND5003: The line is indented, but belongs to no block.")]
    [InlineData("if a\n  y = 2\n", "(1,5): error ND5003: \":\" is expected, not the end of the line.")]
    [InlineData("if a:\nb = 2\n", "(2,1): error ND5003: An indented block is expected, not \"b\".")]
    [InlineData("if a:", "(1,6): error ND5003: An indented block is expected, not the end of the config.")]
    [InlineData("else:\n  pass\n", "(1,1): error ND5003: A statement is expected, not \"else\".")]
    [InlineData("@a\nx = 1\n", "(2,1): error ND5003: A function or a class is expected, not \"x\".")]
    [InlineData("batch-size = 5\n", "(1,1): error ND5003: \"batch-size\" is no name that could be assigned.")]
    [InlineData("'a' = 5\n", "(1,1): error ND5003: \"'a'\" is no name that could be assigned.")]
    [InlineData("x := 5\n", "(1,3): error ND5003: The end of the line is expected, not \":=\".")]
    [InlineData("x = f(a=1, 2)\n", "(1,12): error ND5003: An argument without a name stands behind one with a name.")]
    [InlineData("x = 007\n", "(1,5): error ND5003: \"007\" is no number.")]
    [InlineData("x = 1__0\n", "(1,5): error ND5003: \"1__0\" is no number.")]
    [InlineData("x = 0x\n", "(1,5): error ND5003: \"0x\" is no number.")]
    [InlineData("x = 5cm\n", "(1,5): error ND5003: \"5cm\" is no number.")]
    [InlineData("x = “a”\n", "(1,5): error ND5003: The character U+201C can only stand in a text.")]
    [InlineData("x = 1\0\n", "(1,6): error ND5003: The character U+0000 means nothing here.")]
    [InlineData("lambda = 1\n", "(1,8): error ND5003: A name is expected, not \"=\".")]
    [InlineData("from a import\n", "(1,14): error ND5003: A name is expected, not the end of the line.")]
    public void What_is_not_Python_is_reported_where_it_is(string text, string message) =>
        Assert.Equal("test.py" + message, Imported.Message(text));

    [Theory]
    [InlineData("x = {'a': [1, 2}\n", "(1,16): error ND5004: The bracket \"}\" does not close \"[\".")]
    [InlineData("x = 1)\n", "(1,6): error ND5004: The bracket \")\" closes nothing.")]
    [InlineData("x = {'a': 1,\n\ny = 2\n", "(1,5): error ND5004: The bracket \"{\" is never closed.")]
    [InlineData("x = [1,\n", "(1,5): error ND5004: The bracket \"[\" is never closed.")]
    [InlineData("def f():\n  g(\n", "(2,4): error ND5004: The bracket \"(\" is never closed.")]
    [InlineData("x = (1\nimport a\n", "(1,5): error ND5004: The bracket \"(\" is never closed.")]
    public void A_bracket_without_counterpart_is_named(string text, string message) =>
        Assert.Equal("test.py" + message, Imported.Message(text));

    [Fact]
    public void A_bracket_that_is_never_closed_tells_where_that_was_noticed() =>
        Assert.Equal(
            "test.py(3,1)",
            Assert.Single(Assert.Single(Imported.Diagnostics("x = {'a': 1,\n\ny = 2\n")).Related).Location.ToString()
        );

    [Theory]
    [InlineData("x = 'a\ny = 1\n", "(1,5): error ND5005: The text that begins here is never closed.")]
    [InlineData("x = 1\ny = '''a\n", "(2,5): error ND5005: The text that begins here is never closed.")]
    [InlineData("x = f'{a\n", "(1,5): error ND5005: The text that begins here is never closed.")]
    [InlineData("x = 'ab\\x4'\n", "(1,8): error ND5005: \"\\\\x4\" is no escape for a character.")]
    [InlineData("x = 'C:\\users'\n", "(1,8): error ND5005: \"\\\\users\" is no escape for a character.")]
    [InlineData("x = '\\U00110000'\n", "(1,6): error ND5005: \"\\\\U00110000\" is no escape for a character.")]
    public void A_text_with_a_mistake_is_named(string text, string message) =>
        Assert.Equal("test.py" + message, Imported.Message(text));

    [Theory]
    [InlineData("x = = 1\nok = 1\n")]
    [InlineData("x = 'a\nok = 1\n")]
    [InlineData("x = {'a': 1\n'b': 2,\n  'c': (3,\n}\nok = 1\n")]
    [InlineData("x = {'a': 1,\nok = 1\n")]
    [InlineData("if x\n  y = 1\n  z = 2\nok = 1\n")]
    [InlineData("  \nx = 1)\nok = 1\n")]
    public void Reading_goes_on_with_the_next_statement(string text) =>
        Assert.Equal(1, ((IntegerValue)Imported.WithErrors(text).Config["ok"]!).Value);

    [Fact]
    public void Each_statement_with_a_mistake_is_reported_once() =>
        Assert.Equal(
            [2, 6],
            Imported
                .Diagnostics("a = 1\nb = [1 2, 3 4]\nc = 1\ndef f():\n  pass\nd = {,}\ne = 1\n")
                .Select(diagnostic => diagnostic.Location.Line)
        );

    [Fact]
    public void After_a_hundred_mistakes_nothing_more_is_read()
    {
        var text = new StringBuilder().Insert(0, "x = ?\n", 200).ToString();
        var diagnostics = Imported.Diagnostics(text);

        Assert.Equal(101, diagnostics.Count);
        Assert.Equal(
            "test.py(100,5): error ND5012: There are too many errors: the rest of the config is not read.",
            diagnostics[^1].ToString()
        );
    }

    [Fact]
    public void A_wrong_key_in_a_message_is_short_and_on_one_line() =>
        Assert.Equal(
            $"test.py(2,1): warning ND5007: The key \"\\n{new string('a', 59)}...\" comes twice; the last one counts.",
            Imported.Message($"x = {{'\\n{new string('a', 99)}': 1,\n'\\n{new string('a', 99)}': 2}}\n")
        );
}
