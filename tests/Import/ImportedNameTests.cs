using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Import;

public sealed class ImportedNameTests
{
    [Fact]
    public void A_name_for_a_value_becomes_a_variable_of_the_model_and_no_key()
    {
        var model = Model(
            """
            #!rnn.py
            HeadSize = 64
            network = {"output": {"class": "linear", "from": "data", "n_out": HeadSize}}
            """
        );

        Assert.Contains("var headSize = 64;\n", model, StringComparison.Ordinal);
        Assert.Contains("[\"n_out\"] = headSize", model, StringComparison.Ordinal);
        Assert.DoesNotContain("config[\"HeadSize\"]", model, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_only_other_names_need_is_not_written()
    {
        var model = Model(
            """
            #!rnn.py
            heads = 8
            total = heads * 64
            network = {"output": {"class": "linear", "from": "data", "n_out": total}}
            """
        );

        Assert.Contains("var total = 512;\n", model, StringComparison.Ordinal);
        Assert.DoesNotContain("heads", model, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_code_reads_stays_a_key()
    {
        var model = Model(
            """
            #!rnn.py
            factor = 2
            def double(x):
                return x * factor
            network = {"output": {"class": "linear", "from": "data", "n_out": factor}}
            """
        );

        Assert.Contains("config[\"factor\"] = 2;\n", model, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_RETURNN_stays_a_key_whoever_reads_it()
    {
        var model = Model(
            """
            #!rnn.py
            batch_size = 100
            network = {"output": {"class": "linear", "from": "data", "n_out": batch_size}}
            """
        );

        Assert.Contains("config[\"batch_size\"] = 100;\n", model, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2 * 3 + 1", "7")]
    [InlineData("-7 // 2", "-4")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("0.5 * (2 + 2)", "2.0")]
    [InlineData("'a' + 'b'", "\"ab\"")]
    [InlineData("9223372036854775807 + 1", "Code(\"9223372036854775807 + 1\")")]
    [InlineData("1 // 0", "Code(\"1 // 0\")")]
    [InlineData("1e308 * 10", "Code(\"1e308 * 10\")")]
    public void Arithmetic_is_done_as_in_Python(string python, string value) =>
        Assert.Contains(
            $"config[\"x\"] = {value};\n",
            Model($"#!rnn.py\nx = {python}\nnetwork = {{}}\n"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Names_of_variables_are_names_of_CSharp_and_differ()
    {
        var model = Model(
            """
            #!rnn.py
            Class = 1
            config = 2
            network = {"output": {"class": "linear", "from": "data", "n_out": Class, "L2": config}}
            """
        );

        Assert.Contains("var class2 = 1;\n", model, StringComparison.Ordinal);
        Assert.Contains("var config2 = 2;\n", model, StringComparison.Ordinal);
    }

    private static string Model(string text)
    {
        var imported = ConfigImporter.Import(text, "net.py", new ImportOptions());
        Assert.DoesNotContain(imported.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        return imported.Source;
    }
}
