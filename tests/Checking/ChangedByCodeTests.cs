using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Checking;

/// <summary>What a config's own code may change is not complained of: nobody knows what RETURNN will see.</summary>
public sealed class ChangedByCodeTests
{
    private const string Wrong = "network = {\"a\": {\"class\": \"copyy\", \"from\": \"data\"}}\n";

    [Theory]
    [InlineData("network[\"a\"][\"class\"] = \"copy\"\n")]
    [InlineData("for layer in network.values():\n    layer[\"class\"] = \"copy\"\n")]
    [InlineData("for layer in sources():\n    network[layer] = {}\n")]
    [InlineData("network.update(more)\n")]
    [InlineData("net = network\nnet[name()] = {}\n")]
    [InlineData("nets = [network]\nnets[0][name()] = {}\n")]
    public void A_net_that_code_changes_has_no_finding(string code) => Assert.Empty(Codes(Wrong + code));

    [Theory]
    [InlineData("layer[\"class\"] = \"copy\"\n")]
    [InlineData("other = layer\nother[\"class\"] = \"copy\"\n")]
    public void A_layer_that_code_changes_under_its_name_has_no_finding(string code) =>
        Assert.Empty(
            Codes(
                "layer = {\"class\": \"copyy\"}\nnetwork = {\"a\": layer, \"b\": {\"class\": \"rec\", \"from\": [], \"unit\": {\"output\": layer}}}\n"
                    + code
            )
        );

    [Fact]
    public void Beside_a_layer_that_code_changes_the_others_are_checked() =>
        Assert.Equal(
            ["ND3020"],
            Codes(
                "layer = {\"class\": \"copyy\"}\nnetwork = {\"a\": layer, \"b\": {\"class\": \"copyy\"}}\nlayer[\"class\"] = \"copy\"\n"
            )
        );

    [Theory]
    [InlineData("network = {}\nnetwork[\"a\"] = {\n  \"class\": \"copyy\", \"from\": \"data\"}\n", 3)]
    [InlineData(
        "network = {}\nfor i in range(1):\n  network[\"l%i\" % i] = {\"class\": \"copyy\", \"from\": \"data\"}\n",
        3
    )]
    public void A_net_that_statements_make_is_checked_with_their_lines(string text, int line)
    {
        var finding = Assert.Single(ConfigChecker.Check(text, "net.py").Diagnostics, d => d.Code == "ND3020");

        Assert.Equal(line, finding.Location.Line);
    }

    [Fact]
    public void A_net_without_layers_is_an_error() => Assert.Equal(["ND3025"], Codes("network = {}\n"));

    [Theory]
    [InlineData("network = {}\nnetwork[name()] = {}\n")]
    [InlineData("network = {}\ndef get_network(epoch):\n    return {}\n")]
    [InlineData("network = {}\nfrom somewhere import *\n")]
    public void A_net_without_layers_that_code_may_fill_is_no_finding(string text) => Assert.Empty(Codes(text));

    [Theory]
    [InlineData("def f():\n    global momentum\n    momentum = mystery()\nf()\n")]
    [InlineData("def f():\n    global momentum\n    momentum = 0.9\nhook = f\n")]
    [InlineData("from somewhere import *\n")]
    public void A_momentum_that_code_may_give_is_not_missed(string code) =>
        Assert.Empty(Codes("optimizer = {\"class\": \"momentum\"}\n" + code));

    [Fact]
    public void A_net_that_code_only_prints_keeps_its_findings() =>
        Assert.Equal(["ND3020"], Codes(Wrong + "def show():\n    print(1)\n"));

    [Fact]
    public void A_behavior_version_that_code_changes_is_not_relied_on() =>
        Assert.Empty(
            Codes("behavior_version = 21\nnetwork = {\"a\": {\"class\": \"copy\"}}\nif 1:\n    behavior_version = 0\n")
        );

    [Theory]
    [InlineData("bacth_size = 5000\n")]
    [InlineData("learnig_rate = 0.1\nother = 5\n")]
    public void A_near_miss_that_nothing_reads_is_a_finding(string text) => Assert.Equal(["ND3033"], Codes(text));

    [Theory]
    [InlineData("num_epoch = 5\nnum_epochs = num_epoch\n")]
    [InlineData("num_epoch = 5\nnum_epochs = int(num_epoch * scale)\n")]
    [InlineData("num_epoch = 5\ndef count():\n    return num_epoch\n")]
    [InlineData("num_epoch = 5\nlearning_rates = [0.1, f(num_epoch)]\n")]
    public void A_near_miss_that_the_config_itself_reads_is_a_name_of_its_own(string text) => Assert.Empty(Codes(text));

    [Fact]
    public void What_is_emitted_is_accepted_when_it_is_read_again()
    {
        var net = new Net("net");
        net.Output(net.Input("data", [Dim.Batch, Dim.Dynamic("time"), Dim.Feature("in", 9)]));

        Assert.Empty(ConfigChecker.Check(ConfigEmitter.Emit(net, new EmitOptions())).Diagnostics);
    }

    [Theory]
    [InlineData("network = make()\n")]
    [InlineData("network = {}\nnetwork[name()] = {}\n")]
    public void A_net_that_is_not_checked_is_told_as_an_info(string text) =>
        Assert.Equal(
            ["net.py(1,1): info ND5013: \"network\" is not checked: it is what code makes of it."],
            ConfigChecker.Check(text, "net.py").Diagnostics.Select(finding => finding.ToString())
        );

    private static IEnumerable<string> Codes(string text) =>
        ConfigChecker
            .Check(text, "net.py")
            .Diagnostics.Where(finding => finding.Severity > Severity.Info)
            .Select(finding => finding.Code);
}
