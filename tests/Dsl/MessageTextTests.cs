using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>A name cannot steer the terminal or look like a second message.</summary>
public sealed class MessageTextTests
{
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim classes = Dim.Feature("classes", 2);

    public static TheoryData<Action<Net, Tensor, string>> Messages { get; } =
    [
        (net, data, name) =>
        {
            net.Input(name, [Dim.Batch]);
            net.Input(name, [Dim.Batch]);
        },
        (net, data, name) =>
        {
            net.Output(data, name);
            net.Output(data, name);
        },
        (net, data, name) =>
        {
            Relu(data).Named(name);
            Tanh(data).Named(name);
        },
        (net, data, name) =>
        {
            net.Add(name, new Outer());
            net.Add(name, new Outer());
        },
        (net, data, name) => net.Add("m", new Unused(name)),
        (net, data, name) => net.Output(new Net(name).Input("data", [Dim.Batch])),
        (net, data, name) => ReduceMean(data, [Dim.Feature(name, 3)]),
        (net, data, name) => Not(Layer.Raw(name, [data], data.Dims)),
        (net, data, name) =>
            Layer.Raw(
                "rec",
                [data],
                data.Dims,
                OptionValue.Dict(("unit", OptionValue.Dict((name, OptionValue.Dict(("class", "variable_assign"))))))
            ),
    ];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Every_message_is_one_line_of_ASCII(Action<Net, Tensor, string> record)
    {
        var net = Started(out var data, Dim.Batch, features);
        record(net, data, "\"]}\nü");

        Assert.All(
            Diagnostics(net)
                .SelectMany(finding =>
                    (string?[])[finding.Message, finding.Suggestion, .. finding.Related.Select(related => related.Note)]
                ),
            text => Assert.DoesNotContain(text ?? "", letter => letter is < ' ' or > '~')
        );
    }

    private sealed class Outer : Module
    {
        public Middle Middle { get; } = new();
    }

    private sealed class Middle : Module
    {
        public Linear Map { get; } = new(classes);
    }

    private sealed class Unused(string name) : Module
    {
        public Parameter Weight { get; } = new([features], name: name);
    }
}
