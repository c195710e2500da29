using CsCheck;
using NetDsl.Layers;
using static NetDsl.Ops;

namespace NetDsl.Tests.Properties;

/// <summary>
/// Nets of everything that the DSL has, made from a list of numbers: each is a step on the values that are there, and branches and
/// loops take the steps behind them for their bodies.
/// </summary>
internal sealed partial class AnyNet
{
    private const int Deepest = 3;
    private const int MostDims = 4;

    private readonly Queue<(int Kind, int First, int Second)> steps;
    private readonly Net net = new("any");
    private readonly Dim time = Dim.Dynamic("time");
    private readonly Dim others = Dim.Dynamic("others");
    private readonly Dim features = Dim.Feature("in", 6);
    private readonly Dim classes = Dim.Feature("classes", 5);
    private readonly Tensor labels;
    private readonly Parameter[] statistics;
    private int made;

    private AnyNet(IEnumerable<(int, int, int)> steps)
    {
        this.steps = new(steps);
        labels = net.Input("labels", [Dim.Batch, time], sparse: classes);
        statistics =
        [
            new([features], 0.0, auxiliary: true, name: "first/mean"),
            new([features], 1.0, auxiliary: true, name: "second"),
        ];
    }

    /// <summary>Lists of numbers for <see cref="Build"/>.</summary>
    public static Gen<(int Kind, int First, int Second)[]> Programs { get; } =
        Gen.Select(Gen.Int[0, 999], Gen.Int[0, 99], Gen.Int[0, 99]).Array[1, 24];

    /// <summary>The net of a list of numbers; the same one each time.</summary>
    public static Net Build((int, int, int)[] program)
    {
        var any = new AnyNet(program);
        List<Tensor> values =
        [
            any.net.Input("data", [Dim.Batch, any.time, any.features]),
            any.net.Input("other", [Dim.Batch, any.others, any.features]),
            any.net.Input("one", [Dim.Batch, any.features]),
        ];
        any.Record(values, int.MaxValue, new(0, [], null, false));
        any.net.Output(values[^1]);
        for (var i = 3; i < values.Count - 1; i += 4)
        {
            any.net.Output(values[i], FormattableString.Invariant($"value{i}"));
        }

        if (program.Length % 3 == 0)
        {
            any.Classify(values);
        }

        any.net.Loss("energy", Square(Sigmoid(values[^1])));
        return any.net;
    }

    private void Record(List<Tensor> values, int count, Place place)
    {
        while (count-- > 0 && steps.TryDequeue(out var step))
        {
            var a = values[^(1 + (step.First % Math.Min(4, values.Count)))];
            var b = values[step.Second % values.Count];
            var next = (step.Kind % 10) switch
            {
                0 or 1 => Combined(step.Kind / 10, a, b),
                2 => Mapped(step.Kind / 10, a, step.Second),
                3 => Reduced(step.Kind / 10, a, step.Second),
                4 or 5 => Reshaped(step.Kind / 10, a, step.First + step.Second),
                6 => Sequenced(step.Kind / 10, a, b, step.Second),
                7 => Called(step.Kind / 10, a, place),
                8 when place.Loop is null => Updated(step.Kind / 10, a, step.Second),
                8 => InLoop(step.Kind / 10, a, step.Second, place),
                _ => Controlled(step, values, a, b, place),
            };
            values.Add(next ?? Tanh(a));
        }
    }

    private Tensor? Controlled(
        (int Kind, int First, int Second) step,
        List<Tensor> values,
        Tensor a,
        Tensor b,
        Place place
    )
    {
        if (place.Depth == Deepest)
        {
            return null;
        }

        switch (step.Kind / 10 % 6)
        {
            case 0:
                return Cond(TrainFlag(), () => Body(values, step.First, place, a), () => a);
            case 1:
                return Cond(ReduceMax(b, b.Dims) > step.First, () => a, () => Body(values, step.Second, place, a));
            case 2:
                When(TrainFlag(), () => Body(values, step.First, place, a));
                return null;
            default:
                return Looped(step, values, a, place);
        }
    }

    private Tensor? Looped((int Kind, int First, int Second) step, List<Tensor> values, Tensor a, Place place)
    {
        var over = step.First % 2 == 0 ? time : others;
        var frames = values.FindAll(value => value.Dims.Contains(over) && value.Dims.Contains(Dim.Batch));
        if (place.Over.Contains(over) || frames.Count == 0 || step.Kind / 10 % 6 > 4 && place.Depth > 0)
        {
            return null;
        }

        var frame = frames[step.Second % frames.Count];
        return Loop(
            over,
            loop =>
            {
                List<Tensor> inner = [.. values.Where(value => !value.Dims.Contains(over)), loop.Unstack(frame)];
                var state = loop.State(inner[^1].Dims, step.Second % 3);
                inner.Add(state.Previous);
                Record(inner, step.First % 6, place.In(over, loop));
                var result = inner.FindLast(value => value.Dims.Equals(state.Previous.Dims))!;
                state.Assign(result * 0.5 + state.Previous);
                return step.First % 3 == 0 ? loop.Last(state) : loop.Stack(result * state.Previous);
            }
        );
    }

    // The last value that can stand where the other one does.
    private Tensor Body(List<Tensor> outer, int count, Place place, Tensor like)
    {
        List<Tensor> inner = [.. outer];
        Record(inner, 1 + (count % 4), place with { Depth = place.Depth + 1, IsRightInLoop = false });
        return inner.FindLast(value => value.Dims.Equals(like.Dims)) ?? like;
    }

    private Tensor? Updated(int how, Tensor value, int which)
    {
        var statistic = statistics[which % statistics.Length];
        if (!value.Dims.Contains(features))
        {
            return null;
        }

        var mean = ReduceMean(value, value.Dims.Except(statistic.Dims), masked: how % 2 == 0);
        switch (how % 5)
        {
            case 0:
                statistic.Assign(mean);
                return null;
            case 1:
                statistic.AssignAdd(1.0);
                return null;
            case 2:
                return value - statistic;
            default:
                statistic.AssignAdd((mean - statistic) * 0.1);
                return null;
        }
    }

    private static Tensor? InLoop(int how, Tensor x, int number, Place place) =>
        place.Loop is not { } loop ? null
        : how % 2 == 0 ? x + Cast(loop.Index, DataType.Float32)
        : place.IsRightInLoop && x.Dims.Contains(Dim.Batch)
            ? Masked(ReduceMax(x, x.Dims.Except(Dim.Batch)) > number, () => Tanh(x) * 0.5)
        : null;

    // What a classifier ends with.
    private void Classify(List<Tensor> values)
    {
        if (values.FindLast(value => value.Dims.Equals([Dim.Batch, time, features])) is { } frames)
        {
            var logits = Added(new Linear(classes)).Call(frames);
            net.Loss("ce", CrossEntropy(logits, labels));
            net.Loss("ctc", Ctc(logits, labels, blank: 0), scale: 0.5);
        }
    }

    /// <summary>Where steps are recorded.</summary>
    /// <param name="Depth">How many bodies are around them.</param>
    /// <param name="Over">The dims of the loops among these.</param>
    /// <param name="Loop">The innermost loop.</param>
    /// <param name="IsRightInLoop">Whether no branch is between.</param>
    private sealed record Place(int Depth, IReadOnlyList<Dim> Over, LoopStep? Loop, bool IsRightInLoop)
    {
        public Place In(Dim over, LoopStep loop) => new(Depth + 1, [.. Over, over], loop, IsRightInLoop: true);
    }
}
