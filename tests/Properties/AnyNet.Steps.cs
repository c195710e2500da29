using NetDsl.Layers;
using static NetDsl.Ops;

namespace NetDsl.Tests.Properties;

/// <content>The steps: each answers a value, or null if it does not fit what it is given.</content>
internal sealed partial class AnyNet
{
    private static Tensor? Combined(int how, Tensor a, Tensor b)
    {
        if (a.Dims.Union(b.Dims).Count > MostDims || a.Dims.Any(dim => b.Dims.Any(other => IsTwin(dim, other))))
        {
            return null;
        }

        var (x, y) = (Broadcast(a), Broadcast(b));
        return (how % 16) switch
        {
            0 => x + y,
            1 => x - y,
            2 => x * y,
            3 => x / (Abs(y) + 1.0),
            4 => Maximum(x, y),
            5 => Minimum(x, y),
            6 => SquaredDifference(x, y),
            7 => Where(x > y, x, y * 0.5),
            8 => Where(And(x <= y, Not(Equal(x, y))), 1.5, x),
            9 => LogAddExp(x, y),
            10 => Modulo(x, Abs(y) + 2.0),
            11 => FloorDivide(x, Abs(y) + 1.0),
            12 => Cast(x >= y, DataType.Float32),
            13 => Pow(Broadcast(Abs(x) + 1.0), Broadcast(Clip(y, -1.0, 1.0))),
            14 => 2.0 - x * y + Relu(y),
            _ when CommonStatic(a, b) is { } common => Dot(a, b, common),
            _ => Where(Or(Broadcast(NotEqual(x, 0.0)), Broadcast(y < 0.0)), x, y),
        };
    }

    private static Tensor? Mapped(int how, Tensor x, int number) =>
        (how % 30) switch
        {
            0 => Elu(x),
            1 => Selu(x),
            2 => LeakyRelu(x, 0.1 * (number % 5)),
            3 => Softplus(x),
            4 => LogSigmoid(x),
            5 => Sign(x),
            6 => Floor(x),
            7 => Ceil(x),
            8 => Round(x),
            9 => Cos(x),
            10 => Sin(x),
            11 => Identity(x),
            12 => Clip(x, -number, number + 1),
            13 => Abs(x),
            14 => Square(x),
            15 => Sqrt(Abs(x)),
            16 => Rsqrt(Square(x) + 1e-5),
            17 => Reciprocal(Exp(x)),
            18 => Log(Abs(x) + 1e-8),
            19 => Relu(x),
            20 => Sigmoid(x),
            21 => Gelu(x),
            22 => Swish(x),
            23 => -x,
            24 => StopGradient(x),
            25 => ScaledGradient(x, number / 7.0),
            26 => Cast(Cast(x, DataType.Int32), DataType.Float32),
            27 => x + Cast(GlobalTrainStep(), DataType.Float32) * 1e-6,
            28 => Dropout(x, 0.01 * number),
            _ => x * number + 1.0 / (number + 1),
        };

    private static Tensor? Reduced(int how, Tensor x, int number)
    {
        if (x.Dims.Count < 2)
        {
            return null;
        }

        var dim = x.Dims[number % x.Dims.Count];
        if (ReferenceEquals(dim, Dim.Batch))
        {
            return null;
        }

        return (how % 9) switch
        {
            0 => ReduceMean(x, [dim]),
            1 => ReduceSum(x, [dim], masked: false),
            2 => ReduceMax(x, [dim]),
            3 => ReduceMin(x, x.Dims.Except(Dim.Batch)),
            4 => ReduceLogSumExp(x, [dim]),
            5 => Softmax(x, dim),
            6 => LogSoftmax(x, dim),
            7 => Normed(x, dim),
            _ => Where(ReduceAny(x > 0.0, [dim]), ReduceMean(x, [dim]), 0.0),
        };
    }

    private static Tensor Normed(Tensor x, Dim dim)
    {
        var (mean, variance) = Moments(x, [dim]);
        return (x - mean) * Rsqrt(variance + 1e-5);
    }

    private Tensor? Reshaped(int how, Tensor x, int number)
    {
        if (x.Dims.FirstOrDefault(dim => dim.Size is > 1) is not { Size: { } size } axis)
        {
            return ExpandedOf(x);
        }

        switch (how % 12)
        {
            case 0:
                return ExpandedOf(x);
            case 1:
                var (first, second) = (Dim.Feature(Name("a"), 1), Dim.Feature(Name("b"), size - 1));
                var parts = Split(x, axis, [first, second]);
                return Concat([(parts[1], second), (parts[0], first)]);
            case 2 when size % 2 == 0:
                return SplitDims(x, axis, [Dim.Spatial(Name("h"), 2), Dim.Feature(Name("f"), size / 2)]);
            case 3 when x.Dims.Where(dim => dim.Size is not null).Take(2).ToArray() is [var one, var two]:
                return MergeDims(x, [one, two]);
            case 4:
                return ReplaceDim(x, axis, Dim.Feature(Name("r"), size));
            case 5 when x.Dims.Count < MostDims:
                return Stack([x, Tanh(x)], Dim.Spatial(Name("s"), 2));
            case 6:
                return Slice(x, axis, number % size);
            case 7:
                return Gather(x, number % size, axis);
            case 8:
                return TopK(x, axis, Dim.Feature(Name("best"), 2)).Values;
            case 9 when x.Dims.Count < MostDims:
                return OneHot(ArgMax(x, axis));
            case 10:
                return Reverse(Shift(x, axis, 1 + (number % 3)), axis);
            case 11 when x.Dims.FirstOrDefault(dim => dim.Size == 1) is { } single:
                return Squeeze(x, single);
            default:
                return Pad(x, axis, number % 3, 1);
        }
    }

    private Tensor? ExpandedOf(Tensor x) => x.Dims.Count < MostDims ? ExpandDim(x, Dim.Spatial(Name("e"), 1)) : null;

    private Tensor? Sequenced(int how, Tensor x, Tensor other, int number)
    {
        if (x.Dims.FirstOrDefault(dim => dim.IsDynamic && !ReferenceEquals(dim, Dim.Batch)) is not { } axis)
        {
            return x.Dims.Contains(Dim.Batch) ? x * Cast(Length(labels, time), DataType.Float32) : null;
        }

        return (how % 14) switch
        {
            0 => Reverse(x, axis),
            1 => Shift(x, axis, number % 5 - 2),
            2 => Cumsum(x, axis, exclusive: number % 2 == 0, reverse: number % 3 == 0),
            3 => MaskFrames(x, axis, value: number),
            4 => Slice(x, axis, number % 2, step: 1 + (number % 3)),
            5 => Pool(x, PoolKind.Max, [axis], [2], WindowPadding.Same, strides: [1 + (number % 2)]),
            6 when x.Dims.Count < MostDims => Window(x, axis, Dim.Spatial(Name("w"), 3)),
            7 => Pad(x, axis, number % 3, 1, value: number),
            8 => Resize(x, axis, 2),
            9 => Where(SequenceMask(x, axis), x, 0.0),
            10 => x + Cast(RangeInAxis(x, axis), DataType.Float32),
            11 => BooleanMask(x, ReduceMax(x, x.Dims.Except(Dim.Batch, axis)) > 0.0, Dim.Dynamic(Name("kept"))),
            12 => Concat([(x, axis), (Tanh(x), axis)]),
            _ => x - ReduceMean(x, [axis], masked: number % 2 == 0),
        };
    }

    private Tensor? Called(int how, Tensor x, Place place)
    {
        if (x.Dims.Feature is null || !x.Dims.Contains(Dim.Batch))
        {
            return x.Dims.Contains(time) && x.Dims.Count < MostDims ? Broadcast(x) * OneHot(labels) : null;
        }

        var size = Dim.Feature(Name("out"), 4);
        var isSequence = x.Dims.Count == 3 && x.Dims.Count(dim => dim.IsDynamic) == 2;
        return (how % 12) switch
        {
            0 or 1 => Added(new Linear(size, bias: how % 3 == 0)).Call(x),
            2 => Added(new LayerNorm()).Call(x),
            3 => Relu(Added(new Linear(size)).Call(x)),
            4 when place.Depth == 0 => Added(new BatchNorm(masked: how % 2 == 0)).Call(x),
            5 when isSequence && place.Depth == 0 => Added(new Conv1d(size, 3, stride: 1 + (how % 2))).Call(x),
            6 when isSequence && place.Depth == 0 => Added(new Lstm(size)).Call(x),
            7 when isSequence && place.Depth == 0 => Added(new SelfAttention(size, 2)).Call(x),
            8 when x.Dims.Contains(time) => Broadcast(x) + Added(new Embedding(x.Dims.Feature)).Call(labels),
            9 when isSequence && place.Depth == 0 => Added(new Gru(size)).Call(x),
            10 => Added(new RmsNorm()).Call(x),
            _ => Layer.Raw("dropout", [x], x.Dims, OptionValue.Dict(("dropout", 0.1))),
        };
    }

    private T Added<T>(T module)
        where T : Module => net.Add(Name("module"), module);

    private string Name(string word) => FormattableString.Invariant($"{word}{made++}");

    // Different dims that RETURNN might take for one, such as two parts of the same axis.
    private static bool IsTwin(Dim dim, Dim other) =>
        !ReferenceEquals(dim, other)
        && (dim.IsDynamic && other.IsDynamic || dim.Size is { } size && size == other.Size);

    private static Dim? CommonStatic(Tensor a, Tensor b) =>
        a.Dims.FirstOrDefault(dim => dim.Size is not null && b.Dims.Contains(dim));
}
