using CsCheck;
using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>Nets of all that the translation knows, made from a list of numbers.</summary>
internal sealed class RandomNet
{
    private readonly Queue<(int Kind, int First, int Second)> steps;
    private readonly Sample sample;
    private readonly Parameter[] statistics;
    private readonly Parameter weight;
    private int norms;

    private RandomNet(Sample sample, IEnumerable<(int, int, int)> steps)
    {
        this.sample = sample;
        this.steps = new(steps);
        statistics = [sample.Statistic("a/mean"), sample.Statistic("b/mean"), sample.Statistic("mean", 1.0)];
        weight = new Parameter([sample.In], 1.0, name: "weight");
    }

    /// <summary>Programs for <see cref="Build"/>, the shortest first; the same ones in every run.</summary>
    public static IEnumerable<(int Kind, int First, int Second)[]> Programs(int count, int longest, int shortest = 1)
    {
        var programs = Gen.Select(Gen.Int[0, 15], Gen.Int[0, 999], Gen.Int[0, 999]).Array[shortest, longest];
        var random = new PCG(1, 20260822);
        return Enumerable
            .Range(0, count)
            .Select(_ => programs.Generate(random, null, out var _))
            .OrderBy(program => program.Length);
    }

    public static Net Build((int, int, int)[] program) =>
        Sample.Of(sample =>
        {
            var net = new RandomNet(sample, program);
            List<Tensor> values = [sample.Data];
            net.Record(values, int.MaxValue, level: 0);
            sample.Net.Output(values[^1]);
            sample.Net.Output(values[values.Count / 2], "middle");
            sample.Net.Loss("energy", ReduceMean(Square(values[^1]), [sample.In]));
        });

    private void Record(List<Tensor> values, int count, int level)
    {
        while (count-- > 0 && steps.TryDequeue(out var step))
        {
            var recent = values[^(1 + (step.First % Math.Min(3, values.Count)))];
            var any = values[step.Second % values.Count];
            switch (step.Kind)
            {
                case 0 or 1 or 2:
                    values.Add(recent + any);
                    break;
                case 3 or 4:
                    values.Add(Tanh(recent));
                    break;
                case 5:
                    values.Add(recent * 0.5 - ReduceMax(any, [sample.Time]));
                    break;
                case 6:
                    values.Add(Where(recent > any, any, 0.0));
                    break;
                case 7:
                    values.Add(recent * weight);
                    break;
                case 8:
                    values.Add(recent - statistics[step.Second % 3]);
                    break;
                case 9 or 10:
                    Update(statistics[step.First % 3], any, step.Second);
                    break;
                case 11 when level == 0:
                    values.Add(sample.Net.Add($"norm{norms++}", new BatchNorm()).Call(recent));
                    break;
                case 12 or 13 when level < 3:
                    var (first, second) = Cond(
                        Condition(any, step.First),
                        then: () => Branch(values, step.First % 5, level, any),
                        otherwise: () => Branch(values, step.Second % 5, level, recent)
                    );
                    values.Add(first);
                    values.Add(second);
                    break;
                case 14 when level == 0:
                    When(TrainFlag(), () => Branch(values, 1 + (step.First % 4), level, any));
                    break;
                case 15:
                    values.Add(Layer.Raw("dropout", [recent], recent.Dims, OptionValue.Dict(("dropout", 0.1))));
                    break;
            }
        }
    }

    private (Tensor First, Tensor Second) Branch(List<Tensor> outer, int count, int level, Tensor captured)
    {
        List<Tensor> inner = [.. outer];
        Record(inner, count, level + 1);
        return (inner[^1], captured);
    }

    // A new one each time: with the same one around it, a branch could never run, which is an error.
    private Tensor Condition(Tensor value, int limit) => ReduceMax(value, [Dim.Batch, sample.Time, sample.In]) > limit;

    private static void Update(Parameter statistic, Tensor value, int how)
    {
        var mean = ReduceMean(value, value.Dims.Except(statistic.Dims), masked: how % 2 == 0);
        switch (how % 5)
        {
            case 0:
                statistic.Assign(mean);
                break;
            case 1:
                statistic.AssignAdd(1.0);
                break;
            default:
                statistic.AssignAdd((mean - statistic) * 0.1);
                break;
        }
    }
}
