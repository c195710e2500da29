using System.Globalization;
using System.Text;
using CsCheck;
using NetDsl.Emit;
using NetDsl.Tests.Golden;
using Xunit;

namespace NetDsl.Tests.Import;

/// <summary>No text ends the process, and none makes it work without end.</summary>
public sealed class HostileConfigTests
{
    private const int Many = 100_000;

    private static readonly string[] good =
    [
        GoldenFiles.TrainingConfig(),
        .. GoldenFiles.CaseNames.Select(name => GoldenFiles.Case(name).Config),
        .. GoldenFiles.JsonCaseNames.Select(name => GoldenFiles.JsonCase(name).Config),
    ];

    private static readonly string[] pieces =
    [
        "\"",
        "'",
        "'''",
        "\"\"\"",
        "f'",
        "f\"{",
        "rb'",
        "\\",
        "\n",
        "\r\n",
        "\t",
        "#",
        "//",
        "/*",
        "*/",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ":",
        ",",
        ";",
        "=",
        ":=",
        "**",
        "*",
        ".",
        "...",
        "-",
        "not ",
        "lambda ",
        "if ",
        "else ",
        "for ",
        " in ",
        "def ",
        "class ",
        "@",
        "import ",
        "yield ",
        "\0",
        "\ufeff",
        "\ud800",
        "é",
        "0x",
        "1e",
        "1_",
        "Dim(",
        "batch_dim",
        "ImplicitSparseDim(",
        "async ",
    ];

    [Fact]
    public void Random_characters_are_read_or_reported() =>
        Gen.OneOf(Gen.String, Gen.Char[' ', '~'].Array[0, 200].Select(chars => new string(chars)))
            .Sample(text => ReadAll(text), iter: 2000);

    [Fact]
    public void Random_bytes_are_read_or_reported() =>
        Gen.Byte.Array[0, 300].Sample(bytes => ReadAll(Encoding.Latin1.GetString(bytes)), iter: 2000);

    [Fact]
    public void Random_pieces_of_Python_are_read_or_reported() =>
        Gen.OneOf(OneOf.Const(pieces), OneOf.Const("a", "b ", "1", "x = ", "  "))
            .Array[0, 60]
            .Sample(parts => ReadAll(string.Concat(parts)), iter: 5000);

    [Fact]
    public void A_good_config_with_a_piece_put_in_or_taken_out_is_read_or_reported() =>
        Gen.Select(OneOf.Const(good), Gen.Double[0, 1], Gen.Int[0, 40], OneOf.Const([.. pieces, ""]))
            .Sample(
                (text, where, length, piece) =>
                {
                    var at = (int)(where * text.Length);
                    ReadAll(text.Remove(at, Math.Min(length, text.Length - at)).Insert(at, piece));
                },
                iter: 3000
            );

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("{'a': ")]
    [InlineData("f(")]
    [InlineData("a[")]
    [InlineData("- ")]
    [InlineData("not ")]
    [InlineData("lambda: ")]
    [InlineData("1 if 2 else ")]
    [InlineData("2 ** ")]
    [InlineData("await ")]
    [InlineData("(yield ")]
    [InlineData("a or b and c == d | e ^ f & g << h + i * (")]
    [InlineData("Dim([")]
    public void Endless_nesting_is_an_error_in_Python(string piece)
    {
        var text = "x = " + new StringBuilder().Insert(0, piece, Many) + "\nok = 1\n";

        var imported = Imported.WithErrors(text);
        Assert.Equal(new IntegerValue(1), imported.Config["ok"]);
    }

    [Theory]
    [InlineData("a + ", "a")]
    [InlineData("a.b.", "c")]
    [InlineData("'a' ", "'b'")]
    [InlineData("a()().", "b")]
    [InlineData("a, ", "b")]
    [InlineData("y.z = ", "b")]
    [InlineData("a == ", "b")]
    [InlineData("a; ", "b")]
    [InlineData("f'{a}' ", "''")]
    public void An_endless_chain_is_read(string piece, string end) =>
        Assert.NotNull(
            Imported.Python("a = Dim(None, name='t')\nx = " + new StringBuilder().Insert(0, piece, Many) + end + "\n")
        );

    [Theory]
    [InlineData("f'{")]
    [InlineData("f\"{f'{")]
    [InlineData("f'{a:{")]
    [InlineData("f'''{'''")]
    public void Endless_nesting_of_formatted_texts_is_an_error(string piece) =>
        Assert.Contains(
            "ND5005",
            Assert.Single(Imported.Diagnostics("x = " + new StringBuilder().Insert(0, piece, Many))).Code,
            StringComparison.Ordinal
        );

    [Fact]
    public void Two_hundred_open_brackets_are_read() =>
        Assert.IsType<SequenceValue>(Imported.Value(new string('[', 200) + new string(']', 200)));

    [Fact]
    public void One_more_is_an_error() =>
        Assert.Equal(
            "test.py(1,205): error ND5006: This is nested deeper than 200 levels.",
            Imported.Message("x = " + new string('[', 201) + new string(']', 201))
        );

    [Fact]
    public void Names_that_stand_for_ever_more_names_stay_names()
    {
        var text = new StringBuilder("a0 = [0]\n");
        for (var i = 1; i <= 60; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"a{i} = [a{i - 1}, a{i - 1}, a{i - 1}, a{i - 1}, a{i - 1}, a{i - 1}, a{i - 1}, a{i - 1}]\n"
            );
        }

        var warning = Assert.Single(Imported.Diagnostics(text.ToString()));
        Assert.Equal(("ND5011", Severity.Warning), (warning.Code, warning.Severity));
    }

    [Fact]
    public void A_chain_of_names_is_not_nested_without_end()
    {
        var text = new StringBuilder("a0 = [0]\n");
        for (var i = 1; i <= 300; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{i} = [a{i - 1}]\n");
        }

        Assert.Equal(
            "test.py(201,9): error ND5006: This is nested deeper than 200 levels.",
            Imported.Message(text.ToString())
        );
    }

    [Fact]
    public void A_long_text_used_often_stays_a_name()
    {
        var text = $"a = '{new string('x', Many)}'\nb = [{string.Join(", ", Enumerable.Repeat("a", Many))}]\n";

        Assert.Equal("ND5011", Assert.Single(Imported.Diagnostics(text)).Code);
    }

    [Fact]
    public void A_long_chain_of_derived_dims_is_read()
    {
        var text = new StringBuilder("d0 = Dim(None, name='t')\n");
        for (var i = 1; i <= 10_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"d{i} = d{i - 1} + 1\n");
        }

        Assert.Equal(10_001, Imported.Python(text.ToString()).Dims.Length);
    }

    [Fact]
    public void Names_assigned_without_end_are_reported_a_hundred_times() =>
        Assert.Equal(100, Imported.Diagnostics(new StringBuilder().Insert(0, "a = 1\n", Many).ToString()).Count);

    [Fact]
    public void A_net_of_many_layers_is_read()
    {
        var layers = Enumerable
            .Range(0, Many)
            .Select(i => $"  \"l{i}\": {{\"class\": \"linear\", \"from\": \"l{i - 1}\"}},\n");

        Assert.Equal(Many, Imported.Python($"network = {{\n{string.Concat(layers)}}}\n").Config.Network.Count);
    }

    private static void ReadAll(string text)
    {
        foreach (var path in new[] { "a.py", "a.config" })
        {
            var diagnostics = new List<Diagnostic>();
            var imported = ConfigReader.Read(text, path, diagnostics);

            Assert.All(diagnostics, diagnostic => Assert.DoesNotContain('\n', diagnostic.Message));
            Assert.All(diagnostics, diagnostic => Assert.True(diagnostic.Location.IsKnown));
            Assert.True(imported is not null || diagnostics.Count > 0);
        }

        ConfigReader.Read("{" + text, "a.json", []);
    }
}
