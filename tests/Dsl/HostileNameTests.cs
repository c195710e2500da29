using System.Text.RegularExpressions;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>Names that try to be more than names: each is refused, in one line that shows it as it is.</summary>
public sealed class HostileNameTests
{
    private static readonly Dim features = Dim.Feature("in", 9);

    /// <summary>As messages show them: a lone surrogate would not survive the way from the test runner to the test.</summary>
    public static TheoryData<string> Names { get; } =
    [
        "\\u0022]}\\u000aimport os",
        "a'b",
        "a\\u0022b",
        "a\\u005cb",
        "a\\u000d\\u000ab",
        "a\\u0000b",
        "a\\u0009b",
        "gr\\u00f6\\u00dfe",
        "\\u5c64",
        "a\\ud800b",
        "\\udc00",
        "a\\u202eb",
        "a\\u2028b",
        "a\\u007fb",
        "\\u001b[31mred",
        "_a",
        ".a",
        "a:b",
        "a b",
        " ",
        "{0}",
        "%s",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_input_refuses_it(string shown)
    {
        var net = Started(out _, Dim.Batch, features);
        _ = net.Input(Name(shown), [Dim.Batch, features]);

        IsRefused(net, "input", shown);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_output_refuses_it(string shown)
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(data, Name(shown));

        IsRefused(net, "layer", shown);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_loss_refuses_it(string shown)
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Loss(Name(shown), data);

        IsRefused(net, "layer", shown);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_refuses_it(string shown)
    {
        var net = Started(out var data, Dim.Batch, features);
        _ = Relu(data).Named(Name(shown));

        IsRefused(net, "layer", shown);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_module_refuses_it(string shown)
    {
        var net = Started(out _, Dim.Batch, features);
        _ = net.Add(Name(shown), new Empty());

        IsRefused(net, "module", shown);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_parameter_refuses_it(string shown)
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(data * new Parameter([features], name: Name(shown)));

        IsRefused(net, "parameter", shown);
    }

    [Theory]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("../a")]
    [InlineData("/")]
    public void Scopes_of_a_parameter_cannot_be_empty_or_climb(string name)
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(data * new Parameter([features], name: name));

        Assert.Equal("ND1007", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void A_layer_inside_a_module_is_shown_with_its_path()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(net.Add("encoder", new Naming("a\nb")).Call(data));

        Assert.Equal("encoder.a\nb", Assert.Single(Diagnostics(net)).Layer);
    }

    [Theory]
    [InlineData("größe", "Call it \"gr__e\".")]
    [InlineData("_a-b", "Call it \"a_b\".")]
    [InlineData("\"]}\nimport os", "Call it \"import_os\".")]
    [InlineData("層", null)]
    public void A_better_name_is_offered_where_something_is_left_of_it(string name, string? suggestion)
    {
        var net = Started(out _, Dim.Batch, features);
        _ = net.Input(name, [Dim.Batch]);

        Assert.Equal(suggestion, Assert.Single(Diagnostics(net)).Suggestion);
    }

    [Fact]
    public void A_very_long_name_is_shown_in_part()
    {
        var net = Started(out _, Dim.Batch, features);
        _ = net.Input(new string('ü', 100_000), [Dim.Batch]);

        Assert.InRange(Assert.Single(Diagnostics(net)).Message.Length, 1, 700);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("A9")]
    [InlineData("0")]
    [InlineData("a_b.c")]
    [InlineData("v2.")]
    public void Names_of_letters_digits_and_two_signs_are_taken(string name)
    {
        var net = Started(out var data, Dim.Batch, features);
        _ = net.Input(name, [Dim.Batch]);
        net.Loss(name, data);

        Assert.Empty(Diagnostics(net));
    }

    private static string Name(string shown) => Regex.Unescape(shown);

    private static void IsRefused(Net net, string what, string shown)
    {
        var finding = Assert.Single(Diagnostics(net));
        Assert.Equal("ND1007", finding.Code);
        Assert.Equal(Name(shown), finding.Layer);
        Assert.Equal(
            $"The {what} name \"{shown}\" cannot be written: RETURNN takes letters, digits, \"_\" and \".\", "
                + "starting with a letter or digit.",
            finding.Message
        );
        Assert.DoesNotContain($"{finding.Message}{finding.Suggestion}", letter => letter is < ' ' or > '~');
    }

    private sealed class Empty : Module;

    private sealed class Naming(string name) : Module
    {
        public Tensor Call(Tensor x)
        {
            using var call = Enter(x);
            return Relu(x).Named(name);
        }
    }
}
