using NetDsl.Emit;
using NetDsl.Layers;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class SeveralModelsTests : CliFixture
{
    [Fact]
    public void A_module_made_ahead_of_its_net_does_not_belong_to_the_model_before()
    {
        Host = Host with { Emitter = ConfigEmitter.Emit };

        RunScript(
            [() => Model("first", new BatchNorm()), () => Model("second", new BatchNorm())],
            "emit",
            "--model",
            "first"
        );

        Assert.Empty(Error);
    }

    private static Net Model(string name, BatchNorm norm)
    {
        var net = new Net(name);
        net.Output(net.Add("norm", norm).Call(net.Input("data", [Dim.Batch, Dim.Feature("in", 3)])));
        return net;
    }
}
