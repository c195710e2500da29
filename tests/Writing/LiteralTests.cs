using System.Text;
using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Writing;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("", "\"\"")]
    [InlineData("it's {0} %s $x #y", "\"it's {0} %s $x #y\"")]
    [InlineData("\"]}\nimport os", "\"\\\"]}\\nimport os\"")]
    [InlineData("back\\slash", "\"back\\\\slash\"")]
    [InlineData("ends with \\", "\"ends with \\\\\"")]
    [InlineData("\"\"\"", "\"\\\"\\\"\\\"\"")]
    [InlineData("tab\tcr\r", "\"tab\\tcr\\r\"")]
    [InlineData("\0\u0001\u007f", "\"\\x00\\x01\\x7f\"")]
    [InlineData("ÿĀ", "\"\\xff\\u0100\"")]
    [InlineData("\u0085\u00a0ü", "\"\\x85\\xa0\\xfc\"")]
    [InlineData("\u2028Ж日\ufeff", "\"\\u2028\\u0416\\u65e5\\ufeff\"")]
    [InlineData("😀", "\"\\U0001f600\"")]
    [InlineData("\\N{DIGIT ONE}\\x41", "\"\\\\N{DIGIT ONE}\\\\x41\"")]
    public void A_text_in_Python_is_escaped_to_printable_ASCII(string value, string expected) =>
        Assert.Equal(expected, Spell(value, ConfigFormat.Python));

    [Theory]
    [InlineData("</script> /", "\"</script> /\"")]
    [InlineData("\"]}\nimport os", "\"\\\"]}\\nimport os\"")]
    [InlineData("\0\b\f\u007f", "\"\\u0000\\u0008\\u000c\\u007f\"")]
    [InlineData("ü日", "\"\\u00fc\\u65e5\"")]
    [InlineData("😀", "\"\\ud83d\\ude00\"")]
    public void A_text_in_JSON_is_escaped_to_printable_ASCII(string value, string expected) =>
        Assert.Equal(expected, Spell(value, ConfigFormat.Json));

    [Fact]
    public void A_lone_surrogate_stays_what_it_is_in_both_languages()
    {
        // Not as InlineData: attributes hold UTF-8.
        foreach (var format in Enum.GetValues<ConfigFormat>())
        {
            Assert.Equal("\"a\\ud800b\"", Spell("a\ud800b", format));
            Assert.Equal("\"\\udc00\\ud800\"", Spell("\udc00\ud800", format));
            Assert.Equal("\"\\ud800\"", Spell("\ud800", format));
        }
    }

    [Theory]
    [InlineData(0.001, "0.001")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1e-8, "1e-08")]
    [InlineData(1.5e-8, "1.5e-08")]
    [InlineData(1, "1.0")]
    [InlineData(-1.25, "-1.25")]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(100, "100.0")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(123456789012345680, "1.2345678901234568e+17")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(9999999999999998, "9999999999999998.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(double.Epsilon, "5e-324")]
    [InlineData(0.1f, "0.10000000149011612")]
    public void A_real_is_spelled_as_Python_prints_it(double value, string expected)
    {
        var text = new StringBuilder();
        LiteralFormatter.AppendReal(text, value);
        Assert.Equal(expected, text.ToString());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_is_not_finite_has_no_literal(double value) =>
        Assert.Throws<InvalidOperationException>(() => LiteralFormatter.AppendReal(new StringBuilder(), value));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-7, "-7")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    public void A_whole_number_has_no_point(long value, string expected)
    {
        var text = new StringBuilder();
        LiteralFormatter.AppendInteger(text, value);
        Assert.Equal(expected, text.ToString());
    }

    [Fact]
    public void Python_says_True_False_and_None() =>
        Assert.Equal(["a = [True, False, None]"], Written.PythonLines(("a", Three)));

    [Fact]
    public void JSON_says_true_false_and_null() =>
        Assert.Equal("{\n  \"a\": [true, false, null]\n}\n", Written.Json(("a", Three)));

    [Fact]
    public void A_tuple_of_one_keeps_its_comma() =>
        Assert.Equal(["a = (3,)"], Written.PythonLines(("a", OptionValue.Tuple(3))));

    [Fact]
    public void Tuples_of_none_and_of_two_have_no_comma_at_the_end() =>
        Assert.Equal(
            ["a = [(), (1, 2)]"],
            Written.PythonLines(("a", OptionValue.List(OptionValue.Tuple(), OptionValue.Tuple(1, 2))))
        );

    [Fact]
    public void An_empty_set_is_not_spelled_as_a_dict() =>
        Assert.Equal(["a = set()"], Written.PythonLines(("a", OptionValue.Set())));

    [Fact]
    public void An_empty_dict_is_two_braces() =>
        Assert.Equal(["a = {}"], Written.PythonLines(("a", OptionValue.Dict())));

    [Fact]
    public void Items_of_a_set_keep_their_order() =>
        Assert.Equal(["a = {2, 1}"], Written.PythonLines(("a", OptionValue.Set(2, 1))));

    [Fact]
    public void Keys_of_a_dict_in_Python_need_not_be_texts() =>
        Assert.Equal(
            ["a = {1: \"x\", (2, 3): None}"],
            Written.PythonLines(("a", OptionValue.Dict((1, "x"), (OptionValue.Tuple(2, 3), OptionValue.None))))
        );

    [Fact]
    public void Code_stands_as_it_is() =>
        Assert.Equal(
            ["a = [float('inf')]"],
            Written.PythonLines(("a", OptionValue.List(OptionValue.Code("float('inf')"))))
        );

    private static OptionValue Three => OptionValue.List(true, false, OptionValue.None);

    private static string Spell(string value, ConfigFormat format)
    {
        var text = new StringBuilder();
        LiteralFormatter.AppendString(text, value, format);
        return text.ToString();
    }
}
