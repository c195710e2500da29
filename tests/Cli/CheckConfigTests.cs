using System.Globalization;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class CheckConfigTests : CliFixture
{
    private const string Right = "#!rnn.py\nnetwork = {\"output\": {\"class\": \"copy\", \"from\": \"data\"}}\n";
    private const string Warned = "bacth_size = 5\n";
    private const string Wrong = "network = {\n  \"enc\": {\"class\": \"copyy\", \"from\": \"data\"}}\n";

    [Fact]
    public void A_config_without_findings_exits_with_0() => Assert.Equal(0, Run("check", Write("net.py", Right)));

    [Fact]
    public void A_config_without_findings_is_told_by_silence()
    {
        Run("check", Write("net.py", Right));

        Assert.Empty(Error);
    }

    [Fact]
    public void A_config_with_errors_exits_with_1() => Assert.Equal(1, Run("check", Write("net.py", Wrong)));

    [Fact]
    public void A_config_with_warnings_exits_with_0() => Assert.Equal(0, Run("check", Write("net.py", Warned)));

    [Fact]
    public void A_finding_has_its_place_in_the_file()
    {
        Run("check", Write("configs/net.py", Wrong));

        Assert.Equal(
            "configs/net.py(2,11): error ND3020: RETURNN has no layer class \"copyy\", which the layer \"enc\" asks for.\n"
                + "  Did you mean \"copy\"?\n",
            Error
        );
    }

    [Theory]
    [InlineData("net.config", "#!rnn.py\nbacth_size = 5\n", "net.config(2,1): warning ND3033")]
    [InlineData("net.config", "{\n \"bacth_size\": 5}", "net.config(2,2): warning ND3033")]
    [InlineData("net.json", "{\n \"bacth_size\": 5}", "net.json(2,2): warning ND3033")]
    [InlineData("NET.JSON", "{\n \"bacth_size\": 5}", "NET.JSON(2,2): warning ND3033")]
    [InlineData("net.config", "batch_size 5\n", "net.config(1,1): error ND5002")]
    [InlineData("net.py", "\ufeffx = 1\n", "net.py(1,1): error ND5001")]
    public void Configs_are_known_by_their_names_and_read_as_RETURNN_does(string name, string text, string found)
    {
        Run("check", Write(name, text));

        Assert.StartsWith(found, Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Stdout_stays_empty()
    {
        Run("check", Write("net.py", Wrong));

        Assert.Empty(OutputBytes);
    }

    [Fact]
    public void All_inputs_are_checked_in_their_order()
    {
        Run("check", Write("a.py", Wrong), "missing.py", Write("b.py", Warned));

        Assert.Equal(["a.py(2,11): error ND3020", "netdsl : error ND0101", "b.py(1,1): warning ND3033"], Heads());
    }

    [Fact]
    public void One_wrong_input_of_several_exits_with_1() =>
        Assert.Equal(1, Run("check", Write("a.py", Wrong), Write("b.py", Right)));

    [Fact]
    public void An_input_that_is_named_twice_is_checked_once()
    {
        Run("check", Write("a.py", Warned), "./a.py");

        Assert.Single(Heads());
    }

    [Fact]
    public void A_missing_config_is_told_with_its_nearest_neighbour()
    {
        Write("net.py", Right);

        Run("check", "nte.py");

        Assert.Equal("netdsl : error ND0101: there is no file or folder 'nte.py'\n  did you mean 'net.py'?\n", Error);
    }

    [Fact]
    public void More_warnings_than_allowed_exit_with_1() =>
        Assert.Equal(1, Run("check", Write("net.py", Warned), "--max-warnings", "0"));

    [Fact]
    public void As_many_warnings_as_allowed_exit_with_0() =>
        Assert.Equal(0, Run("check", Write("net.py", Warned), "--max-warnings", "1"));

    [Fact]
    public void Too_many_warnings_are_told_with_their_number()
    {
        Run("check", Write("a.py", Warned), Write("b.py", Warned), "--max-warnings=1");

        Assert.EndsWith(
            "netdsl : error ND0121: the number of warnings is 2, and at most 1 are allowed\n",
            Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Warnings_that_are_not_shown_count() =>
        Assert.Equal(1, Run("check", Write("net.py", Warned), "-q", "--max-warnings", "0"));

    [Fact]
    public void Warnings_that_are_left_out_do_not_count() =>
        Assert.Equal(0, Run("check", Write("net.py", Warned), "--nowarn=ND3033", "--max-warnings", "0"));

    [Fact]
    public void Diagnostics_do_not_go_to_a_file_that_is_checked()
    {
        Run("check", Write("net.py", Right), "--diagnostics-out", "net.py");

        Assert.Equal(Right, Read("net.py"));
    }

    [Theory]
    [InlineData("x = \"\0\"\n\0\n", "error ND5003")]
    [InlineData("network = {\"a\": \"\0\"}\n", "error ND3025")]
    public void NUL_characters_are_a_finding(string text, string found)
    {
        Run("check", Write("net.py", text));

        Assert.Contains(found, Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net.py", "x = ", "[")]
    [InlineData("net.json", "{\"x\": ", "[")]
    [InlineData("net.json", "{\"x\": ", "{\"a\":")]
    public void A_hundred_thousand_brackets_are_a_finding(string name, string start, string open)
    {
        Run("check", Write(name, start + string.Concat(Enumerable.Repeat(open, 100_000))));

        Assert.Contains("error ND5006", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_no_config_is_as_large_as_is_not_read()
    {
        using (var file = File.Create(PathOf("net.py")))
        {
            file.SetLength(200 << 20);
        }

        Run("check", "net.py");

        Assert.Equal("netdsl : error ND0116: 'net.py' cannot be read: it has more than 100663296 bytes\n", Error);
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_a_finding()
    {
        File.WriteAllBytes(PathOf("net.py"), [0x78, 0xff]);

        Run("check", "net.py");

        Assert.Equal("netdsl : error ND0116: 'net.py' cannot be read: it is not UTF-8\n", Error);
    }

    [Fact]
    public void A_large_net_with_an_error_in_each_layer_is_checked_in_linear_time()
    {
        var layers = Enumerable
            .Range(0, 20_000)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"\"l{i}\": {{\"class\": \"copyy\"}},"));

        Run("check", Write("net.py", $"network = {{\n{string.Join('\n', layers)}\n}}\n"));

        Assert.Equal(20_000, Heads().Count());
    }

    private IEnumerable<string> Heads() =>
        Error
            .Split('\n')
            .Where(line => line.Length > 0 && line[0] != ' ')
            .Select(line => string.Join(':', line.Split(':')[..2]).Trim());
}
