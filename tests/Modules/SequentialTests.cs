using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Modules;

public sealed class SequentialTests
{
    [Fact]
    public void Steps_are_named_by_their_place() =>
        Assert.Equal(
            ["ff/steps/0/W [3, 4]", "ff/steps/0/b [4]", "ff/steps/2/W [4, 3]", "ff/steps/2/b [3]"],
            ModuleNet.Variables(Feedforward)
        );

    [Fact]
    public void Each_step_takes_what_the_one_before_gave() =>
        Assert.Equal(["ff.steps.0 linear", "output linear"], ModuleNet.Classes(Feedforward));

    [Fact]
    public void No_steps_change_nothing() => Sample.Of(s => Assert.Same(s.Data, new Sequential().Call(s.Data)));

    [Fact]
    public void A_sequence_can_be_a_step() =>
        Assert.Equal(
            ["ff/steps/0/steps/0/rec/lstm_cell/bias [16]", "ff/steps/0/steps/0/rec/lstm_cell/kernel [7, 16]"],
            ModuleNet.Variables(s => s.Net.Add("ff", new Sequential(new Sequential(new Lstm(s.Out)))).Call(s.Data))
        );

    [Fact]
    public void A_mistake_in_a_module_is_reported_at_the_call_of_the_sequence()
    {
        var net = Started(out var data, Dim.Batch, Dim.Feature("in", 9));
        var steps = net.Add("steps", new Sequential(new Lstm(Dim.Feature("out", 4))));
        var line = NextLine();
        var error = Assert.Throws<ModelException>(() => steps.Call(data));

        Assert.Equal([("ND2013", line)], error.Diagnostics.Select(found => (found.Code, found.Location.Line)));
    }

    [Fact]
    public void A_mistake_in_a_function_is_reported_at_its_own_line()
    {
        var line = 0;
        var net = Sample.Of(s =>
        {
            line = NextLine();
            var steps = new Sequential(Step.Of(x => ReduceMean(x, [s.Out])));
            s.Net.Output(steps.Call(s.Data));
        });

        Assert.Equal([("ND2002", line)], CodesAndLines(net));
    }

    [Fact]
    public void Modules_whose_other_arguments_can_be_left_out_are_steps_too()
    {
        var net = Sample.Of(s =>
        {
            var block = new TransformerBlock(s.Out, new() { Heads = 2 });
            var steps = new Sequential(new Linear(s.Out), new LayerNorm(), block, new Conv1d(s.In, 3), new RmsNorm());
            s.Net.Output(s.Net.Add("model", steps).Call(s.Data));
        });

        Assert.Empty(ConfigEmitter.Emit(net, Emitted.Options(Form.Python)).Diagnostics);
    }

    private static Tensor Feedforward(Sample s) =>
        s.Net.Add("ff", new Sequential(new Linear(s.Out), Step.Of(x => Relu(x)), new Linear(s.In))).Call(s.Data);
}
