using NetDsl.Emit;
using NetDsl.Layers;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class CheckModelTests : CliFixture
{
    public CheckModelTests() => Host = Host with { Emitter = ConfigEmitter.Emit };

    [Fact]
    public void A_model_without_findings_exits_with_0() => Assert.Equal(0, RunScript([Net], "check"));

    [Fact]
    public void Stdout_stays_empty()
    {
        RunScript([Net], "check");

        Assert.Empty(OutputBytes);
    }

    [Fact]
    public void A_script_that_is_named_is_compiled_and_checked() =>
        Assert.Equal(
            0,
            Run(
                "check",
                Write(
                    "model.cs",
                    """
                    using NetDsl;
                    return NetDslCli.Run(args, Model);
                    static Net Model()
                    {
                        var net = new Net("tagger");
                        net.Output(net.Input("data", [Dim.Batch, Dim.Dynamic("time"), Dim.Feature("in", 9)]));
                        return net;
                    }
                    """
                )
            )
        );

    [Fact]
    public void A_search_with_parameters_that_are_not_trained_is_a_warning()
    {
        RunScript([() => Mapped("trained", NetTask.Train), () => Mapped("searched", NetTask.Search, 3)], "check");

        Assert.Matches(
            @"CheckModelTests\.cs\([0-9]+,1\): warning ND1033: 1 parameters of the model 'searched'.*b/W\b",
            Error
        );
    }

    [Fact]
    public void A_search_with_a_part_of_what_is_trained_is_none()
    {
        RunScript([() => Mapped("trained", NetTask.Train, 4), () => Mapped("searched", NetTask.Search)], "check");

        Assert.Empty(Error);
    }

    [Fact]
    public void Models_that_have_nothing_in_common_are_not_compared()
    {
        RunScript([() => Mapped("trained", NetTask.Train), Searched], "check");

        Assert.DoesNotContain("ND1033", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_the_model_exits_with_1() => Assert.Equal(1, RunScript([() => Raw("wrong")], "check"));

    [Fact]
    public void An_error_of_the_model_has_the_users_line()
    {
        RunScript([() => Raw("wrong")], "check");

        Assert.Matches(@"CheckModelTests\.cs\([0-9]+,1\): error ND3021: ", Error);
    }

    [Fact]
    public void All_models_of_a_program_are_checked()
    {
        RunScript([() => Raw("first"), Net, () => Raw("second")], "check");

        Assert.Equal(2, Error.Split("error ND3021").Length - 1);
    }

    [Fact]
    public void A_model_that_throws_does_not_keep_others_from_being_checked()
    {
        RunScript([() => throw new InvalidOperationException("no"), () => Raw("second")], "check");

        Assert.Matches("(?s)error ND0103.*error ND3021", Error);
    }

    [Fact]
    public void Warnings_of_the_emission_are_reported()
    {
        RunScript([Misspelt], "check");

        Assert.StartsWith("netdsl : warning ND3033: ", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_is_reported_once()
    {
        RunScript([Misspelt], "check");

        Assert.Single(Error.Split('\n'), line => line.Contains("ND3033", StringComparison.Ordinal));
    }

    [Fact]
    public void A_self_hosted_script_takes_no_MODEL() => Assert.Equal(64, RunScript([Net], "check", "model.cs"));

    [Fact]
    public void A_file_of_another_kind_is_told_with_what_can_be_checked()
    {
        Run("check", Write("notes.txt", ""));

        Assert.EndsWith("a config is .py, .config or .json\n", Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("network = {\"a\": {\"class\": \"copyy\", \"from\": \"data\"}}\n", "ND3020")]
    [InlineData("network = {\n", "ND5004")]
    public void An_emitted_config_that_the_check_rejects_is_a_bug(string text, string cause)
    {
        Host = Host with { Emitter = (net, _) => Emission(net) with { Text = text } };

        Assert.Equal(70, RunScript([Net], "check"));
        Assert.Matches($"error ND9002: a bug in netdsl: .* 'tagger'\n  tagger.py.*{cause}", Error);
    }

    [Fact]
    public void An_emitter_that_fails_is_a_bug()
    {
        Host = Host with { Emitter = (_, _) => throw new InvalidOperationException("no") };

        Assert.Equal(70, RunScript([Net], "check"));
    }

    private static Net Net()
    {
        var net = new Net("tagger");
        net.Output(Data(net));
        return net;
    }

    private static Net Searched()
    {
        var net = new Net("copied") { Task = NetTask.Search };
        net.Output(net.Input("data", [Dim.Batch, Dim.Feature("in", 9)], availableForInference: true));
        return net;
    }

    private static Net Raw(string name)
    {
        var net = new Net(name);
        var data = Data(net);
        net.Output(Layer.Raw("dropout", [data], data.Dims, OptionValue.Dict(("droput", 0.1))));
        return net;
    }

    private static Net Mapped(string name, NetTask task, int further = 0)
    {
        var net = new Net(name) { Task = task };
        var data = net.Input(
            "data",
            [Dim.Batch, Dim.Dynamic("time"), Dim.Feature("in", 9)],
            availableForInference: true
        );
        net.Output(net.Add("a", new Linear(Dim.Feature("out", 2))).Call(data));
        if (further > 0)
        {
            net.Output(net.Add("b", new Linear(Dim.Feature("further", further), bias: false)).Call(data), "more");
        }

        return net;
    }

    private static Net Misspelt()
    {
        var net = Net();
        net.Training = new() { Options = [new("optimizer_epsiloon", 1e-8)] };
        net.Loss("error", Data(net, "more"));
        return net;
    }

    private static Tensor Data(Net net, string name = "data") =>
        net.Input(name, [Dim.Batch, Dim.Dynamic("time"), Dim.Feature("in", 9)]);
}
