using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Import;

/// <summary>A text is taken for what RETURNN would take it for.</summary>
public sealed class ConfigFormatTests
{
    [Theory]
    [InlineData("#!rnn.py\nx = 1\n", "a.config")]
    [InlineData("x = 1\n", "a.py")]
    [InlineData("\n\n  #!rnn.py\nx = 1\n", "a")]
    [InlineData("{}\nx = 1\n", "a.py")]
    public void A_text_that_begins_with_a_shebang_or_is_called_py_is_Python(string text, string path) =>
        Assert.Equal((ConfigFormat.Python, "x = 1"), Read(text, path));

    [Theory]
    [InlineData("{\"x\": 1}", "a.json")]
    [InlineData("\u00a0\n {\"x\": 1}\n", "a.config")]
    [InlineData("{\"x\": 1}", "")]
    public void A_text_that_begins_with_a_brace_is_JSON(string text, string path) =>
        Assert.Equal((ConfigFormat.Json, "x = 1"), Read(text, path));

    [Fact]
    public void Python_without_a_shebang_says_what_RETURNN_would_do() =>
        Assert.Equal(
            "my.config(2,1): error ND5002: RETURNN would take this config for the old format of \"key value\" lines: it neither is called *.py, nor begins with \"#!\" or \"{\".",
            Imported.Message("\nuse_tensorflow = True\n", "my.config")
        );

    [Theory]
    [InlineData("use_tensorflow = True", "Python: put the line #!rnn.py in front, or call it *.py.")]
    [InlineData("// a net\n{}", "JSON: move the comment behind the first \"{\".")]
    [InlineData("", "Python: put the line #!rnn.py in front, or call it *.py.")]
    public void The_way_out_of_the_old_format_depends_on_the_language(string text, string suggestion) =>
        Assert.Equal(suggestion, Assert.Single(Imported.Diagnostics(text, "a")).Suggestion);

    [Theory]
    [InlineData("\ufeff#!rnn.py\n", "a.py")]
    [InlineData("\ufeff{}", "a.json")]
    public void A_byte_order_mark_is_an_error_in_any_format(string text, string path) =>
        Assert.Equal(
            $"{path}(1,1): error ND5001: The config begins with a byte order mark, with which RETURNN cannot read it.",
            Imported.Message(text, path)
        );

    [Fact]
    public void A_text_of_more_than_32_million_characters_is_not_read() =>
        Assert.Equal(
            "a.py(1,1): error ND5011: The config has 33554433 characters; more than 33554432 are not read.",
            Imported.Message(new string(' ', (32 << 20) + 1), "a.py")
        );

    [Theory]
    [InlineData("setup/exp.v2.py", "exp.v2")]
    [InlineData("C:\\setup\\exp.py", "exp")]
    [InlineData(".py", ".py")]
    [InlineData("exp", "exp")]
    public void A_config_is_named_after_its_file(string path, string name) =>
        Assert.Equal(name, ConfigReader.Read("#!rnn.py\n", path, [])!.Config.Name);

    private static (ConfigFormat Format, string Entries) Read(string text, string path)
    {
        var diagnostics = new List<Diagnostic>();
        var imported = ConfigReader.Read(text, path, diagnostics);
        Assert.Empty(diagnostics);
        return (imported!.Format, Imported.Entries(imported));
    }
}
