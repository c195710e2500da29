using Xunit;

namespace NetDsl.Tests.Import;

/// <summary>RETURNN's dialect of JSON (contract 1.2).</summary>
public sealed class JsonImportTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("-0", "0")]
    [InlineData("1.0", "1r")]
    [InlineData("1e3", "1000r")]
    [InlineData("-1.5E-3", "-0.0015r")]
    [InlineData("1e999", "Infinityr")]
    [InlineData("NaN", "NaNr")]
    [InlineData("Infinity", "Infinityr")]
    [InlineData("-Infinity", "-Infinityr")]
    [InlineData("9223372036854775808", "<9223372036854775808>")]
    [InlineData("true", "True")]
    [InlineData("false", "False")]
    [InlineData("null", "None")]
    [InlineData("\"2020-01-01T00:00:00Z\"", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud800\"", "\"\\\"\\\\/\\u0008\\u000c\\n\\r\\t\\u00e9\\ud800\"")]
    [InlineData("\"// no /* comment */\"", "\"// no /* comment */\"")]
    [InlineData("\"é\\u2028\"", "\"\\u00e9\\u2028\"")]
    [InlineData("[]", "List[]")]
    [InlineData("[1, [2.5, {}]]", "List[1, List[2.5r, {}]]")]
    [InlineData("{\"b\": 1, \"a\": 2}", "{\"b\": 1, \"a\": 2}")]
    public void A_value_is_read(string json, string value) =>
        Assert.Equal(value, ValueText.Of(Imported.JsonValue(json)));

    [Theory]
    [InlineData("{\"x\": 1,}", "(1,9): error ND5009: A key in double quotes is expected, not \"}\".")]
    [InlineData("{\"x\": [1,]}", "(1,10): error ND5009: A value is expected, not \"]\".")]
    [InlineData("{\"x\": (1, 2)}", "(1,7): error ND5009: A value is expected, not \"(\".")]
    [InlineData("{\"x\": None}", "(1,7): error ND5009: A value is expected, not \"None\".")]
    [InlineData("{\"x\": True}", "(1,7): error ND5009: A value is expected, not \"True\".")]
    [InlineData("{\"x\": 'a'}", "(1,7): error ND5009: A value is expected, not \"'\".")]
    [InlineData("{'x': 1}", "(1,2): error ND5009: A key in double quotes is expected, not \"'\".")]
    [InlineData("{x: 1}", "(1,2): error ND5009: A key in double quotes is expected, not \"x\".")]
    [InlineData("{\"x\": 1 # comment\n}", "(1,9): error ND5009: \",\" or \"}\" is expected, not \"#\".")]
    [InlineData("{\"x\" 1}", "(1,6): error ND5009: \":\" is expected, not \"1\".")]
    [InlineData("{\"x\": 1 \"y\": 2}", "(1,9): error ND5009: \",\" or \"}\" is expected, not \"\\\"\".")]
    [InlineData("{\"x\": \"a\tb\"}", "(1,9): error ND5009: The character U+0009 in a text is not escaped.")]
    [InlineData("{\"x\": 01}", "(1,7): error ND5009: A value is expected, not \"01\".")]
    [InlineData("{\"x\": 0x10}", "(1,7): error ND5009: A value is expected, not \"0x10\".")]
    [InlineData("{\"x\": .5}", "(1,7): error ND5009: A value is expected, not \".\".")]
    [InlineData("{\"x\": 5.}", "(1,7): error ND5009: A value is expected, not \"5\".")]
    [InlineData("{\"x\": +5}", "(1,7): error ND5009: A value is expected, not \"+\".")]
    [InlineData("{\"x\": nullable}", "(1,7): error ND5009: A value is expected, not \"nullable\".")]
    [InlineData("{\"x\": 1} {}", "(1,10): error ND5009: The end of the config is expected, not \"{\".")]
    [InlineData("{\"x\": /1}", "(1,7): error ND5009: A single \"/\" begins no comment.")]
    [InlineData("{\"x\": 1 /* a\n", "(1,9): error ND5009: The comment that begins here is never closed.")]
    [InlineData("{\"x\": 1\0}", "(1,8): error ND5009: \",\" or \"}\" is expected, not \"\\x00\".")]
    [InlineData("{\"x\": [1", "(1,7): error ND5004: The bracket \"[\" is never closed.")]
    [InlineData("{\"x\": {\"y\": 1}", "(1,1): error ND5004: The bracket \"{\" is never closed.")]
    [InlineData("{\"x\": \"a\n\"}", "(1,7): error ND5005: The text that begins here is never closed.")]
    [InlineData("{\"x\": \"a", "(1,7): error ND5005: The text that begins here is never closed.")]
    [InlineData("{\"x\": \"a\\d\"}", "(1,9): error ND5005: \"\\\\d\" is no escape for a character.")]
    [InlineData("{\"x\": \"\\u12\"}", "(1,8): error ND5005: \"\\\\u12\\\"}\" is no escape for a character.")]
    public void What_RETURNN_refuses_is_an_error(string json, string message) =>
        Assert.Equal("a.json" + message, Imported.Message(json, "a.json"));

    [Theory]
    [InlineData("{\"x\": 1} // end")]
    [InlineData("{\"x\": 1} // end\n")]
    [InlineData("{\"x\": 1}\n//\r\n\n")]
    public void A_line_comment_at_the_end_is_an_error(string json) =>
        Assert.EndsWith(
            "error ND5010: RETURNN cannot read a \"//\" comment at the end of a config.",
            Imported.Message(json, "a.json"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Comments_are_accepted_anywhere_else_and_kept() =>
        Assert.Equal(
            ["/* a\n */ test.json(1,2)", "// b test.json(2,10)", "// c test.json(3,1)", "/**/ test.json(4,2)"],
            Imported
                .Json("{/* a\n */ \"x\": // b\r// c\n1/**/}")
                .Comments.Select(comment => $"{comment.Text} {comment.Location}")
        );

    [Fact]
    public void A_key_that_comes_twice_is_a_warning() =>
        Assert.Equal(
            "a.json(1,10): warning ND5007: The key \"x\" comes twice; the last one counts.",
            Imported.Message("{\"x\": 1, \"x\": 2}", "a.json")
        );

    [Fact]
    public void Two_hundred_levels_are_read() =>
        Assert.Equal(199, Depth(Imported.JsonValue(new string('[', 199) + new string(']', 199))));

    [Fact]
    public void Deeper_levels_are_an_error() =>
        Assert.Equal(
            "a.json(1,206): error ND5006: This is nested deeper than 200 levels.",
            Imported.Message("{\"x\": " + new string('[', 100_000), "a.json")
        );

    private static int Depth(OptionValue value) =>
        value is SequenceValue { Items: [var item] } ? 1 + Depth(item)
        : value is SequenceValue ? 1
        : 0;
}
