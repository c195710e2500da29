using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Tests.Dsl;
using Xunit;

namespace NetDsl.Tests.Checking;

/// <summary>The check as part of the way from model to config.</summary>
public sealed class EmittedCheckTests
{
    public static TheoryData<ConfigFormat> Formats => [ConfigFormat.Python, ConfigFormat.Json];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_misspelt_option_of_a_layer_stops_the_emission_at_the_users_line(ConfigFormat format)
    {
        var (net, data, time, features) = Started();
        var line = Recorded.NextLine();
        net.Output(Layer.Raw("dropout", [data], [Dim.Batch, time, features], OptionValue.Dict(("droput", 0.1))));

        var found = Assert.Throws<ModelException>(() => Emitted(net, format)).Diagnostics;

        Assert.Equal(
            [("ND3021", "Did you mean \"dropout\"?", line)],
            found.Select(d => (d.Code, d.Suggestion!, d.Location.Line))
        );
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_misspelt_class_stops_the_emission(ConfigFormat format)
    {
        var (net, data, time, features) = Started();
        net.Output(Layer.Raw("droput", [data], [Dim.Batch, time, features]));

        Assert.Equal(
            ["ND3020"],
            Assert.Throws<ModelException>(() => Emitted(net, format)).Diagnostics.Select(d => d.Code)
        );
    }

    [Fact]
    public void A_misspelt_key_is_a_warning_of_the_emission()
    {
        var (net, data, _, _) = Started();
        net.Loss("error", data);
        net.Training = new() { Options = [new("optimizer_epsiloon", 1e-8)] };

        Assert.Equal(["ND3033"], Emitted(net, ConfigFormat.Python).Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void Optimizer_and_datasets_of_a_training_are_checked()
    {
        var (net, data, _, _) = Started();
        net.Loss("error", data);
        net.Training = new()
        {
            Train = Dataset.Of("Task12AXDataset", ("num_sesq", 200)),
            Optimizer = Optimizer.Of("adam", ("epsilonn", 1e-8)),
        };

        Assert.Equal(
            ["ND3032", "ND3030"],
            Assert.Throws<ModelException>(() => Emitted(net, ConfigFormat.Python)).Diagnostics.Select(d => d.Code)
        );
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("rmsprop")]
    [InlineData("adagrad")]
    [InlineData("momentum")]
    [InlineData("sgd")]
    public void No_optimizer_of_the_library_has_a_finding(string name)
    {
        var optimizer = name switch
        {
            "adam" => Optimizer.Adam(),
            "rmsprop" => Optimizer.RmsProp(),
            "adagrad" => Optimizer.Adagrad(),
            "momentum" => Optimizer.Momentum(),
            _ => Optimizer.GradientDescent(),
        };

        Assert.Empty(Checked.Keys(("optimizer", optimizer.Options)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_layer_that_the_library_writes_has_a_finding(ConfigFormat format)
    {
        foreach (var lower in (bool[])[true, false])
        {
            var (net, data, time, _) = Started();
            var hidden = new Linear(Dim.Feature("hidden", 8)).Call(data);
            var normed = new BatchNorm(masked: true).Call(hidden);
            var states = new Lstm(Dim.Feature("cells", 5)).Call(normed);
            net.Output(Ops.Where(Ops.TrainFlag(), Ops.Tanh(states), Ops.Exp(states)));
            net.Loss("error", Ops.ReduceMean(states * states, [time]), scale: 0.5);

            var config = ConfigEmitter.Emit(net, new EmitOptions { Format = format, Lower = lower }).Config;

            Assert.Empty(Checked.Texts(Checked.Config(config)));
        }
    }

    private static (Net Net, Tensor Data, Dim Time, Dim Features) Started()
    {
        var net = new Net("net");
        var time = Dim.Dynamic("time");
        var features = Dim.Feature("in", 9);
        return (net, net.Input("data", [Dim.Batch, time, features]), time, features);
    }

    private static Emission Emitted(Net net, ConfigFormat format) =>
        ConfigEmitter.Emit(net, new EmitOptions { Format = format });
}
