using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Translation;

/// <summary>What each kind of operation, output and loss is written as.</summary>
public sealed class OperationSnapshots
{
    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Where_compare_cast_and_logic(Form form)
    {
        var net = Sample.Of(s =>
        {
            var other = s.Net.Input("other", [Dim.Batch, s.Time, s.In]);
            var large = And(s.Data > 0.5, Or(other <= s.Data, Not(Equal(other, 2))));
            s.Net.Output(Where(large, s.Data, -1) + Cast(0 < other, DataType.Float32));
            s.Net.Output(NotEqual(Cast(s.Data, DataType.Int32), 3), "unlike");
            s.Net.Output(Where(large, s.Data, other), "chosen");
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Elementwise_operations(Form form)
    {
        var net = Sample.Of(s =>
        {
            var x = s.Data;
            s.Net.Output(Exp(x) + Log(x) - Sqrt(x) * Rsqrt(x) / Reciprocal(x));
            s.Net.Output(Maximum(Abs(x), 0.0) + Minimum(Square(x), -1.5) + Pow(x, 2.0) + Pow(2.0, x), "powers");
            s.Net.Output(SquaredDifference(x, 1.0) + (1.0 - x) + (2.0 / x) + x * -1e-30, "numbers");
            s.Net.Output(Gelu(Swish(Tanh(Sigmoid(Relu(-x))))), "activations");
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Dense_cross_entropy(Form form)
    {
        var net = Sample.Of(s =>
        {
            var target = s.Net.Input("target", [Dim.Batch, s.Time, s.In]);
            s.Net.Loss("ce", CrossEntropy(s.Data, target), scale: 0.5);
            s.Net.Output(LogSoftmax(s.Data, over: s.In));
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Losses_with_scale_and_several_outputs(Form form)
    {
        var net = Sample.Of(s =>
        {
            var weight = new Parameter([s.In], 1.0, name: "weight");
            var x = s.Data * weight;
            var energy = ReduceMean(Square(x), [s.In]);
            s.Net.Loss("energy", energy, scale: 0.25);
            s.Net.Loss("again", energy, scale: 0);
            s.Net.Loss("decay", ReduceSum(Square(weight), [s.In]), scale: 1e-4);
            s.Net.Output(x);
            s.Net.Output(x, "same");
            s.Net.Output(energy, "reported");
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Outputs_and_losses_that_no_operation_makes(Form form)
    {
        var net = Sample.Of(s =>
        {
            var weight = new Parameter([], 0.5, name: "weight");
            var (first, second) = Cond(TrainFlag(), () => (s.Data, weight), () => (-s.Data, Constant(1.0)));
            s.Net.Output(s.Data, "input");
            s.Net.Output(weight, "parameter");
            s.Net.Output(Constant(0.5, [s.In]), "constant");
            s.Net.Output(TrainFlag(), "training");
            s.Net.Output(first);
            s.Net.Loss("of_cond", second);
            s.Net.Loss("of_parameter", weight);
            s.Net.Loss("of_constant", 1.5);
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Broadcast(Form form)
    {
        var net = Sample.Of(s =>
        {
            var scale = new Parameter([s.Out], 1.0, name: "scale");
            var x = Ops.Broadcast(ReduceMean(s.Data, [s.In])) * scale;
            s.Net.Output(Ops.Broadcast(x) > s.Net.Input("limit", [Dim.Batch, s.In]));
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Reductions_masked_and_unmasked(Form form)
    {
        var net = Sample.Of(s =>
        {
            var positive = s.Data > 0.0;
            s.Net.Output(ReduceMean(s.Data, [s.Time]) + ReduceMean(s.Data, [s.Time], masked: false));
            s.Net.Output(ReduceSum(s.Data, [Dim.Batch, s.Time, s.In]), "sum");
            s.Net.Output(ReduceMax(s.Data, [s.In]) - ReduceMin(s.Data, [s.In]), "range");
            s.Net.Output(ReduceLogSumExp(s.Data, [s.Time]), "logsumexp");
            s.Net.Output(ReduceMean(s.Data, [Dim.Batch]), "over_batch");
            s.Net.Output(And(ReduceAny(positive, [s.Time]), ReduceAll(positive, [s.Time])), "truth");
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Dots_and_softmaxes(Form form)
    {
        var net = Sample.Of(s =>
        {
            var weight = new Parameter([s.In, s.Out], name: "weight");
            var logits = Dot(s.Data, weight, reduce: s.In);
            var attention = Softmax(ReduceSum(logits, [s.Out]), over: s.Time);
            s.Net.Output(Dot(attention, logits, reduce: s.Time), "context");
            s.Net.Output(LogSoftmax(logits, over: s.Out));
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Raw_layers(Form form)
    {
        var net = Sample.Of(s =>
        {
            var mask = s.Data > 0.0;
            var outer = s.Net.Add("outer", new RawModule());
            var dropped = Layer.Raw("dropout", [s.Data], s.Data.Dims, OptionValue.Dict(("dropout", 0.1)));
            var chosen = Layer.Raw(
                "switch",
                [],
                s.Data.Dims,
                OptionValue.Dict(("condition", mask), ("true_from", dropped), ("false_from", s.Data))
            );
            s.Net.Output(outer.Call(chosen, s.Out));
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    private sealed class RawModule : Module
    {
        public Tensor Call(Tensor x, Dim output)
        {
            using var call = Enter(x);
            return Layer.Raw(
                "linear",
                [x],
                [.. x.Dims.Except(x.Dims.Feature!), output],
                OptionValue.Dict(("out_dim", output), ("activation", OptionValue.None), ("with_bias", false))
            );
        }
    }
}
