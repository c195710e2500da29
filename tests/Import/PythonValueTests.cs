using Xunit;

namespace NetDsl.Tests.Import;

/// <summary>Literals of Python become values; <c>&lt;...&gt;</c> stands for code that is kept as text.</summary>
public sealed class PythonValueTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("00", "0")]
    [InlineData("-12", "-12")]
    [InlineData("+12", "12")]
    [InlineData("1_000", "1000")]
    [InlineData("0xFf", "255")]
    [InlineData("0x_ff", "255")]
    [InlineData("0o17", "15")]
    [InlineData("0b101", "5")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("9223372036854775808", "<9223372036854775808>")]
    [InlineData("-0x8000000000000001", "<-0x8000000000000001>")]
    [InlineData("1e-8", "1E-08r")]
    [InlineData("1E5", "100000r")]
    [InlineData("1.0", "1r")]
    [InlineData("1.", "1r")]
    [InlineData(".5", "0.5r")]
    [InlineData("-0.0", "-0r")]
    [InlineData("1_0.2_5e1_0", "102500000000r")]
    [InlineData("09.5", "9.5r")]
    [InlineData("1e999", "<1e999>")]
    [InlineData("2j", "<2j>")]
    public void A_number_keeps_its_value_and_its_kind(string python, string value) => AssertValue(value, python);

    [Theory]
    [InlineData("True", "True")]
    [InlineData("False", "False")]
    [InlineData("None", "None")]
    [InlineData("(None)", "None")]
    [InlineData("((1))", "1")]
    public void A_constant_is_its_value(string python, string value) => AssertValue(value, python);

    [Theory]
    [InlineData("'a'", "\"a\"")]
    [InlineData("'say \"a\"'", "\"say \\\"a\\\"\"")]
    [InlineData("''", "\"\"")]
    [InlineData("''''''", "\"\"")]
    [InlineData("'a' \"b\" '''c'''", "\"abc\"")]
    [InlineData("('a'\n  # more\n  'b')", "\"ab\"")]
    [InlineData("'a\\\nb'", "\"ab\"")]
    [InlineData("'''a\r\nb\rc\nd'''", "\"a\\nb\\nc\\nd\"")]
    [InlineData("'''it''s \"\"\" '''", "\"it''s \\\"\\\"\\\" \"")]
    [InlineData(@"'\\\'\""\a\b\f\n\r\t\v'", @"""\\'\""\u0007\u0008\u000c\n\r\t\u000b""")]
    [InlineData(@"'\0\101\1234\x41\u00e9\U0001F600'", "\"\\u0000AS4A\\u00e9\\ud83d\\ude00\"")]
    [InlineData(@"'\d\ \.'", @"""\\d\\ \\.""")]
    [InlineData(@"r'\n\''", @"""\\n\\'""")]
    [InlineData("u'a'", "\"a\"")]
    [InlineData("R\"\"\"\\d\n\"\"\"", "\"\\\\d\\n\"")]
    [InlineData("'é\u2028\ud83d\ude00'", "\"\\u00e9\\u2028\\ud83d\\ude00\"")]
    public void A_text_is_what_Python_reads(string python, string value) => AssertValue(value, python);

    [Theory]
    [InlineData("b'a'")]
    [InlineData("Rb'a'")]
    [InlineData("f'{x}'")]
    [InlineData("'a' f'{x}' 'b'")]
    [InlineData(@"'\N{BULLET}'")]
    [InlineData("f'{x[\"a\"]:>{width}} {{}} {y!r}'")]
    [InlineData("f\"{x[\"a\"]}\"")]
    [InlineData("fr'\\{x}'")]
    public void Bytes_formatted_texts_and_characters_by_name_stay_code(string python) =>
        Assert.IsType<CodeValue>(Imported.Value(python));

    [Theory]
    [InlineData("[]", "List[]")]
    [InlineData("[1, [2], ]", "List[1, List[2]]")]
    [InlineData("()", "Tuple[]")]
    [InlineData("(1,)", "Tuple[1]")]
    [InlineData("1, 2", "Tuple[1, 2]")]
    [InlineData("1,", "Tuple[1]")]
    [InlineData("{}", "{}")]
    [InlineData("{1, 'a'}", "Set[1, \"a\"]")]
    [InlineData("set()", "Set[]")]
    [InlineData("{'a': 1, 2: (3,), (4, 5): None,}", "{\"a\": 1, 2: Tuple[3], Tuple[4, 5]: None}")]
    [InlineData("{\n\t'a': [ # comment\n1\\\n,\n],\n\n}", "{\"a\": List[1]}")]
    public void A_container_keeps_its_kind_and_its_order(string python, string value) => AssertValue(value, python);

    [Theory]
    [InlineData("n * 2")]
    [InlineData("float(\"inf\")")]
    [InlineData("float('-inf')")]
    [InlineData("lambda x, *y, z=1, **k: (x, y)")]
    [InlineData("lambda: 0")]
    [InlineData("{k: v for k, v in y.items()}")]
    [InlineData("(i async for i in y)")]
    [InlineData("{**a, 'b': 1}")]
    [InlineData("[*a, 1]")]
    [InlineData("a if b else c")]
    [InlineData("not a and b or c is not d not in e")]
    [InlineData("a[1:2, ::3].b(c)(*d, **e)")]
    [InlineData("(y := 5)")]
    [InlineData("-'a'")]
    [InlineData("...")]
    [InlineData("a < b <= c != d == e")]
    [InlineData("~a | b ^ c & d << e >> f @ g % h")]
    [InlineData("'%s' % a")]
    [InlineData("{f(): 1, f(): 2}")]
    [InlineData("unknown.name")]
    public void What_only_Python_can_evaluate_stays_code(string python) =>
        Assert.Equal(new CodeValue(python), Imported.Value(python));

    [Fact]
    public void Only_the_part_that_is_no_data_becomes_code() =>
        Assert.Equal(
            "{\"class\": \"eval\", \"eval\": <lambda x: x>, \"from\": List[\"a\", <b()>]}",
            ValueText.Of(Imported.Value("{'class': 'eval', 'eval': lambda x: x, 'from': ['a', b()]}"))
        );

    [Fact]
    public void Code_of_several_lines_becomes_one_line_without_comments() =>
        Assert.Equal(
            new CodeValue(@"f(1, [""\xe9\n""], a = 2)"),
            Imported.Value("f(\n  1, # one\n  ['''é\n''' ], a = 2\n)")
        );

    [Fact]
    public void A_name_stands_for_the_value_assigned_before() =>
        Assert.Equal(
            "n = 8\nlayer = {\"n_out\": 8}\nnetwork = {\"a\": {\"n_out\": 8}, \"b\": List[8, {\"n_out\": 8}]}",
            Imported.Entries(Imported.Python("n = 8\nlayer = {'n_out': n}\nnetwork = {'a': layer, 'b': [n, layer]}\n"))
        );

    [Fact]
    public void Names_that_were_replaced_are_remembered_with_their_places() =>
        Assert.Equal(
            ["n test.py(2,11)", "a test.py(3,5)", "n test.py(5,5)"],
            Imported
                .Python("n = 8\na = {'x': n}\nb = a\nc = f(n)\nd = n * 2\n")
                .NameUses.Select(use => $"{use.Name} {use.Location}")
        );

    [Fact]
    public void A_name_that_is_assigned_later_stays_code() =>
        Assert.Equal("a = <b>\nb = 1", Imported.Entries(Imported.Python("a = b\nb = 1\n")));

    [Fact]
    public void A_key_that_comes_twice_keeps_the_last_value_in_the_first_place() =>
        Assert.Equal(
            "x = {\"a\": 3, \"b\": 2}",
            Imported.Entries(Imported.WithErrors("x = {'a': 1, 'b': 2, 'a': 3}\n"))
        );

    [Fact]
    public void One_and_true_are_the_same_key() =>
        Assert.Equal(
            "test.py(1,12): warning ND5007: The key \"True\" comes twice; the last one counts.",
            Imported.Message("x = {1: 2, True: 3}\n")
        );

    [Fact]
    public void A_dict_with_many_keys_that_are_no_texts_stays_code() =>
        Assert.IsType<CodeValue>(
            Imported.Value($"{{{string.Join(", ", Enumerable.Range(0, 1001).Select(key => $"{key}: 0"))}}}")
        );

    private static void AssertValue(string expected, string python) =>
        Assert.Equal(expected, ValueText.Of(Imported.Value(python)));
}
