using Newtonsoft.Json.Linq;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class ParameterTests : CliFixture
{
    private const string Model = """
        using NetDsl;
        return NetDslCli.Run(args, Plain, Tagger);
        static Net Plain() => new("plain");
        static Net Tagger(int layers = 6, double dropout = 0.25, bool tied = false, Kind kind = Kind.Lstm, string? tag = null) =>
            new(FormattableString.Invariant($"tagger_{layers}_{dropout}_{tied}_{kind}_{tag ?? "none"}"));
        enum Kind { Lstm, Gru }

        """;

    [Fact]
    public void Parameters_have_the_defaults_of_the_function()
    {
        Assert.Equal(0, Run("emit", Write("model.cs", Model), "--model", "tagger_6_0.25_False_Lstm_none"));
    }

    [Theory]
    [InlineData("layers=12", "tagger_12_0.25_False_Lstm_none")]
    [InlineData("dropout=1e-1", "tagger_6_0.1_False_Lstm_none")]
    [InlineData("tied=true", "tagger_6_0.25_True_Lstm_none")]
    [InlineData("kind=gru", "tagger_6_0.25_False_Gru_none")]
    [InlineData("tag=a=b", "tagger_6_0.25_False_Lstm_a=b")]
    public void A_parameter_gets_the_value_of_the_command_line(string value, string name)
    {
        Assert.Equal(0, Run("emit", Write("model.cs", Model), "--param", value, "--model", name));

        Assert.Equal($"model {name}\n", Output);
    }

    [Fact]
    public void Several_parameters_get_values()
    {
        Run("emit", Write("model.cs", Model), "--param", "layers=1", "--param", "tied=true", "--model", "plain");

        Assert.Equal("model plain\n", Output);
    }

    [Fact]
    public void Every_verb_that_takes_a_model_takes_parameters()
    {
        Assert.Equal(0, Run("list", Write("model.cs", Model), "--param", "layers=2"));

        Assert.Contains("tagger_2_", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_names_parameters_with_their_defaults()
    {
        Run("list", Write("model.cs", Model));

        Assert.EndsWith(
            "  --param layers=6, dropout=0.25, tied=false, kind=Lstm, tag=null\n",
            Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Programs_read_parameters_with_types()
    {
        Run("list", Write("model.cs", Model), "--json");

        var parameters = JObject.Parse(Output)["models"]![1]!["arguments"]!;
        Assert.Equal(
            ["layers:int=6", "dropout:double=0.25", "tied:bool=false", "kind:Lstm|Gru=Lstm", "tag:string=null"],
            parameters.Select(p => $"{p["name"]}:{p["type"]}={p["default"]}")
        );
    }

    [Fact]
    public void A_name_that_no_model_has_is_refused()
    {
        Assert.Equal(1, Run("emit", Write("model.cs", Model), "--param", "layer=12"));

        Assert.StartsWith("netdsl : error ND0134: --param layer: no model has", Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'layers'?", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_another_type_is_refused()
    {
        Assert.Equal(1, Run("emit", Write("model.cs", Model), "--param", "layers=6.5"));

        Assert.Contains("error ND0135: --param layers: '6.5' is not of the type int", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_without_a_default_needs_a_value()
    {
        var model = Write(
            "model.cs",
            "using NetDsl;\nreturn NetDslCli.Run(args, (int layers) => new Net($\"t{layers}\"));\n"
        );

        Assert.Equal(1, Run("emit", model));
        Assert.Contains("error ND0136: the parameter layers", Error, StringComparison.Ordinal);
        Assert.Equal(0, Run("emit", model, "--param", "layers=3"));
        Assert.Equal("model t3\n", Output);
    }

    [Fact]
    public void A_lambda_keeps_its_defaults()
    {
        var model = Write(
            "model.cs",
            "using NetDsl;\nreturn NetDslCli.Run(args, (int layers = 4) => new Net($\"t{layers}\"));\n"
        );

        Assert.Equal(0, Run("emit", model));
        Assert.Equal("model t4\n", Output);
    }

    [Fact]
    public void Other_types_keep_their_default_and_take_no_value()
    {
        var model = Write(
            "model.cs",
            "using NetDsl;\nreturn NetDslCli.Run(args, M);\nstatic Net M(int[]? sizes = null) => new(\"m\");\n"
        );

        Assert.Equal(0, Run("emit", model));
        Assert.Equal(1, Run("emit", model, "--param", "sizes=1"));
        Assert.Contains("error ND0137: --param sizes", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_returns_no_net_is_no_model()
    {
        var model = Write(
            "model.cs",
            "using NetDsl;\nreturn NetDslCli.Run(args, M);\nstatic int M(int layers = 1) => layers;\n"
        );

        Assert.Equal(1, Run("emit", model));
        Assert.Contains("error ND0138: ", Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("layers")]
    [InlineData("=3")]
    public void An_assignment_has_a_name_and_a_value(string text)
    {
        Assert.Equal(64, Run("emit", Write("model.cs", Model), "--param", text));

        Assert.Contains($"'{text}' in --param is not NAME=VALUE", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_has_one_value()
    {
        Assert.Equal(64, Run("emit", Write("model.cs", Model), "--param", "layers=1", "--param", "layers=2"));

        Assert.Contains("--param gives 'layers' two values", Error, StringComparison.Ordinal);
    }
}
