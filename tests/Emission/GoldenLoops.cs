using NetDsl.Layers;
using static NetDsl.Ops;

namespace NetDsl.Tests.Emitting;

/// <summary>The golden nets with loops, written as models.</summary>
internal static class GoldenLoops
{
    internal static Net Of(string name) =>
        Sample.Of(s =>
        {
            var x = (s.Data * new Parameter([s.In], name: "w/param")).Named("x");
            var y = name switch
            {
                "rec_unstack_loop" => RunningSum(s, x),
                "rec_two_states" => MeanAndPeak(s, x),
                "rec_subnet" => Recurrent(s, x, flag: null),
                "rec_cond_inside" => Recurrent(s, x, TrainFlag()),
                _ => throw new ArgumentException(name, nameof(name)),
            };
            s.Net.Loss("loss", ReduceMean(Square(y), [y.Dims.Feature!]));
        });

    private static Tensor RunningSum(Sample s, Tensor x)
    {
        var sums = Loop(
            s.Time,
            step =>
            {
                var sum = step.State([Dim.Batch, s.In], name: "acc");
                sum.Assign(sum.Previous + step.Unstack(x));
                return step.Stack(sum);
            }
        );
        s.Net.Output(sums.Named("loop"), "y");
        return sums;
    }

    private static Tensor MeanAndPeak(Sample s, Tensor x)
    {
        var (means, peaks) = Loop(
            s.Time,
            step =>
            {
                var mean = step.State([Dim.Batch, s.In], name: "ema");
                var peak = step.State([Dim.Batch, s.In], name: "peak");
                var now = mean.Assign((mean.Previous * 0.9) + (step.Unstack(x) * 0.1));
                peak.Assign(Maximum(peak.Previous, now));
                return (step.Stack(mean), step.Stack(peak));
            }
        );
        means.Named("y");
        s.Net.Output(means);
        return (means + peaks).Named("both");
    }

    private static Tensor Recurrent(Sample s, Tensor x, Tensor? flag)
    {
        var map = s.Net.Add("y.rec.output", new Linear(Dim.Feature("cells", 4)));
        var y = Loop(
            s.Time,
            step =>
            {
                var frame = step.Unstack(x);
                var read = flag is null ? frame : Cond(flag, () => frame * 2.0, () => frame);
                var cells = step.State([Dim.Batch, map.Output]);
                cells.Assign(Tanh(map.Call(Concat([(read, s.In), (cells.Previous, map.Output)]))));
                return step.Stack(cells);
            }
        );
        s.Net.Output(y.Named("y"));
        return y;
    }
}
