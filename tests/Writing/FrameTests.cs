using NetDsl.Emit;
using NetDsl.Tests.Repository;
using Xunit;
using static NetDsl.Tests.Writing.Written;

namespace NetDsl.Tests.Writing;

public sealed class FrameTests
{
    private static readonly (string, OptionValue)[] entries =
    [
        ("use_tensorflow", true),
        ("extern_data", OptionValue.Dict(("data", Dim.Feature("in", 3)))),
    ];

    [Fact]
    public void The_built_in_frame_puts_the_header_below_the_first_line()
    {
        var text = ConfigWriter.Write(Config(("a", 1)), new(ConfigFormat.Python, null, null, Header: true), []);
        Assert.Equal(
            "#!rnn.py\n# Written by NetDsl from the model test: change the model, not this file.\na = 1\n",
            text
        );
    }

    [Fact]
    public void The_built_in_frame_orders_imports_settings_dims_and_the_rest() =>
        Assert.Equal(
            """
            #!rnn.py
            from returnn.tensor import Dim
            use_tensorflow = True
            in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
            extern_data = {"data": in_dim}

            """.ReplaceLineEndings("\n"),
            Python(entries)
        );

    [Fact]
    public void The_frame_to_copy_says_what_is_written_without_a_template()
    {
        var template = File.ReadAllText(RepositoryFiles.FullPath("src", "Emit", "Frames", "python.sbn"));
        Assert.Equal(Python(entries), Framed(template, entries));
    }

    [Theory]
    [InlineData("a\nimport os", "a_import os")]
    [InlineData("coding: utf-7", "coding_ utf-7")]
    [InlineData("coding=utf-7", "coding_utf-7")]
    [InlineData("größe\u2028", "gr__e_")]
    [InlineData("asr/conformer-2.1 (big)", "asr/conformer-2.1 (big)")]
    public void The_name_of_the_model_cannot_leave_its_comment(string name, string expected)
    {
        var config = new Config(name, []);
        var lines = ConfigWriter.Write(config, new(ConfigFormat.Python, null, null, Header: true), []).Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Equal($"# Written by NetDsl from the model {expected}: change the model, not this file.", lines[1]);
    }

    [Fact]
    public void A_template_orders_the_blocks_as_it_likes() =>
        Assert.Equal(
            """
            #!rnn.py
            # test
            from returnn.tensor import Dim
            in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
            extern_data = {"data": in_dim}
            use_tensorflow = True

            """.ReplaceLineEndings("\n"),
            Framed("#!rnn.py\n# {{ model }}\n{{ imports }}{{ dims }}{{ body }}{{ settings }}", entries)
        );

    [Fact]
    public void A_template_with_Windows_line_ends_gives_plain_ones() =>
        Assert.Equal("#!rnn.py\n# x\na = 1\n", Framed("#!rnn.py\r\n# x\r\n{{ settings }}\r\n", ("a", 1)));

    [Fact]
    public void A_byte_order_mark_of_a_template_does_not_reach_the_config() =>
        Assert.Equal("#!rnn.py\na = 1\n", Framed("\ufeff#!rnn.py\n{{ settings }}", ("a", 1)));

    [Theory]
    [InlineData("#!rnn.py\n{{ heading }}", 2, 4)]
    [InlineData("#!rnn.py\n\n{{ string.nope }}", 3, 11)]
    [InlineData("{{ settings.foo }}", 1, 13)]
    [InlineData("#!rnn.py\r\n\r\n{{ include 'x' }}", 3, 4)]
    [InlineData("{{ date.now }}", 1, 4)]
    [InlineData("{{ math.random 1 9 }}", 1, 4)]
    [InlineData("{{ settings = 1 }}", 1, 4)]
    [InlineData("{{ string.upcase = 1 }}", 1, 11)]
    [InlineData("{{ string.mine = 1 }}", 1, 4)]
    [InlineData("#!rnn.py\n{{ for }}", 2, 8)]
    [InlineData("a\n{{ if true }}", 2, 12)]
    [InlineData("{{ func f }}{{ f }}{{ end }}{{ f }}", 1, 16)]
    [InlineData("{{ a = [1]; a[0] = a; a }}", 1, 1)]
    [InlineData("{{ a = {}; a.b = a; a }}", 1, 1)]
    [InlineData("{{ while true }}{{ end }}", 1, 4)]
    [InlineData("{{ while true }}\n{{ for x in 1..9 }}{{ end }}{{ end }}", 1, 4)]
    public void An_error_in_a_template_is_reported_with_its_line(string template, int line, int column)
    {
        var error = Errors(new WriteOptions(ConfigFormat.Python, template, "frames/my.sbn", Header: true), ("a", 1))[0];
        Assert.Equal("ND3005", error.Code);
        Assert.Equal(new SourceLocation("frames/my.sbn", line, column), error.Location);
    }

    [Fact]
    public void An_unknown_variable_is_named() =>
        Assert.Equal(
            "The template has an error: The variable or function `heading` was not found.",
            Assert.Single(Errors(new WriteOptions(ConfigFormat.Python, "{{ heading }}", null, Header: true))).Message
        );

    [Fact]
    public void A_template_must_not_write_what_is_not_ASCII()
    {
        var error = Assert.Single(
            Errors(new WriteOptions(ConfigFormat.Python, "{{ ## ü\n ## }}#!rnn.py\n# Größe\n", "my.sbn", Header: true))
        );
        Assert.Equal("The template writes the character U+00F6; a config is printable ASCII.", error.Message);
        Assert.Equal(new SourceLocation("my.sbn", 3, 5), error.Location);
    }

    [Fact]
    public void There_is_no_template_for_JSON()
    {
        var error = Assert.Single(
            Errors(new WriteOptions(ConfigFormat.Json, "{{ body }}", "my.sbn", Header: true), ("a", 1))
        );
        Assert.Equal("ND3005", error.Code);
        Assert.Equal("my.sbn(1,1)", error.Location.ToString());
    }

    [Fact]
    public void A_line_of_millions_of_characters_is_not_cut()
    {
        var text = new string('x', 3_000_000);
        Assert.Equal($"#!rnn.py\na = \"{text}\"\n", Python(("a", text)));
    }

    [Fact]
    public void A_template_may_go_through_the_lines_of_a_hundred_thousand_layers()
    {
        var layers = Enumerable
            .Range(0, 100_000)
            .Select(layer => KeyValuePair.Create($"l{layer}", (OptionValue)Layer("copy")));

        var text = Framed(
            "#!rnn.py\n{{~ for line in (settings | string.split '\n') ~}}\n{{ line }}\n{{~ end ~}}",
            ("network", DictValue.Of(layers))
        );

        Assert.EndsWith("\n  \"l99999\": {\"class\": \"copy\"},\n}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_threads_write_the_same_bytes()
    {
        var expected = Framed("#!rnn.py\n{{ body | string.strip }}", entries);
        var texts = new string[200];
        Parallel.For(0, texts.Length, i => texts[i] = Framed("#!rnn.py\n{{ body | string.strip }}", entries));
        Assert.All(texts, text => Assert.Equal(expected, text));
    }

    [Fact]
    public void What_a_template_sees_is_not_code_of_the_template() =>
        Assert.Equal(["a = \"{{ nope }}\""], PythonLines(("a", "{{ nope }}")));
}
