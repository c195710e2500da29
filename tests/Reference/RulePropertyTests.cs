using CsCheck;
using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Reference;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Reference;

/// <summary>For each lowering rule: whatever the options are, the fused form computes what the blocks do.</summary>
public sealed class RulePropertyTests
{
    private static readonly Gen<Func<Tensor, Tensor>> activations = FormNet.OneOf<Func<Tensor, Tensor>>(
        x => x,
        x => Relu(x),
        x => Tanh(x),
        x => Sigmoid(x),
        x => Swish(x),
        x => Gelu(x),
        x => Elu(x),
        x => Selu(x),
        x => Softplus(x),
        x => Exp(x * 0.1),
        x => Square(x),
        x => Abs(x)
    );

    [Fact]
    public void Linear_is_its_blocks() =>
        FormNet.Hold(
            "linear",
            Gen.Select(Gen.Int[1, 4], Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (size, bias, isSquare, isTwice, decays) = variant;
                    var output = isSquare ? x.Dims.Feature! : Dim.Feature("made", size);
                    var linear = new Linear(output, bias: bias);
                    linear.ParameterOptions = decays ? new() { L2 = 0.01 } : null;
                    sample.Net.Add("linear", linear);
                    var result = linear.Call(x);
                    return isTwice ? result + linear.Call(Tanh(x)) : result;
                },
                Features: 3
            )
        );

    [Fact]
    public void Linear_in_a_loop_is_its_blocks() =>
        FormNet.Hold(
            "linear",
            Gen.Select(Gen.Bool, activations, Gen.Bool),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (bias, activation, readsState) = variant;
                    var made = Dim.Feature("made", 2);
                    var (ofFrame, ofState) = (new Linear(made, bias: bias), new Linear(made, made, bias: false));
                    sample.Net.Add("of_frame", ofFrame);
                    sample.Net.Add("of_state", ofState);
                    return Loop(
                        sample.Time,
                        step =>
                        {
                            var state = step.State([Dim.Batch, made]);
                            var next = activation(ofFrame.Call(step.Unstack(x)));
                            state.Assign(Tanh(readsState ? next + ofState.Call(state.Previous) : next));
                            return step.Stack(next * state.Previous);
                        }
                    );
                },
                Features: 3
            ),
            isPlain: false
        );

    [Fact]
    public void Linear_in_a_branch_is_its_blocks() =>
        FormNet.Hold(
            "linear",
            Gen.Select(Gen.Bool, activations, Gen.Bool),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (bias, activation, sharesMap) = variant;
                    var made = Dim.Feature("made", 2);
                    var first = sample.Net.Add("first", new Linear(made, bias: bias));
                    var second = sharesMap ? first : sample.Net.Add("second", new Linear(made, bias: bias));
                    return Cond(TrainFlag(), () => activation(first.Call(x)), () => second.Call(x) * 0.5);
                },
                Features: 3
            )
        );

    [Fact]
    public void Norms_in_one_net_are_their_blocks() =>
        FormNet.Hold(
            "batch_norm",
            Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[1, 3]),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (masked, affine, isAfterConv, stride) = variant;
                    var made = Dim.Feature("made", 2);
                    var conv = sample.Net.Add("conv", new Conv1d(made, 3, stride: stride));
                    var norm = sample.Net.Add("norm", new BatchNorm(affine: affine, masked: masked));
                    var layer = sample.Net.Add("layer", new LayerNorm());
                    return isAfterConv
                        ? layer.Call(Relu(norm.Call(conv.Call(x, sample.Time))))
                        : conv.Call(layer.Call(norm.Call(x)), sample.Time);
                },
                Features: 3
            )
        );

    [Fact]
    public void Embedding_is_its_blocks() =>
        FormNet.Hold(
            "embedding",
            Gen.Select(Gen.Int[1, 9], Gen.Int[1, 4], Gen.Bool),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (classes, size, isTwice) = variant;
                    var vocabulary = Dim.Feature("vocabulary", classes);
                    var words = sample.Net.Input("words", [Dim.Batch, sample.Time], sparse: vocabulary);
                    var embedding = sample.Net.Add("embedding", new Embedding(Dim.Feature("made", size)));
                    var result = embedding.Call(words);
                    result = isTwice ? result + (embedding.Call(words) * 0.5) : result;
                    return result * ReduceMean(x, [x.Dims.Feature!]);
                },
                Features: 3
            )
        );

    [Fact]
    public void Layer_norm_is_its_blocks() =>
        FormNet.Hold(
            "layer_norm",
            Gen.Select(Gen.Int[2, 5], Gen.Bool, Gen.Bool, FormNet.OneOf(1e-6, 1e-5, 1e-3, 0.1)),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (_, scale, bias, epsilon) = variant;
                    return sample.Net.Add("norm", new LayerNorm(scale: scale, bias: bias, epsilon: epsilon)).Call(x);
                },
                variant.Item1
            )
        );

    [Fact]
    public void What_is_normalised_over_other_dims_is_not_taken_for_a_layer_norm() =>
        FormNet.Hold(
            "layer_norm",
            Gen.Select(Gen.Int[0, 4], Gen.Bool, FormNet.OneOf(1e-6, 1e-3, 0.1)),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (over, masked, epsilon) = variant;
                    var feature = x.Dims.Feature!;
                    Shape axes = over switch
                    {
                        0 => [Dim.Batch, feature],
                        1 => [sample.Time, feature],
                        2 => [sample.Time],
                        _ => [feature],
                    };
                    var centered = x - ReduceMean(x, axes, masked);
                    var variance = ReduceMean(Square(x - ReduceMean(x, axes, masked)), axes, masked);
                    return centered * Rsqrt(variance + epsilon);
                },
                Features: 3
            )
        );

    [Fact]
    public void Batch_norm_is_its_blocks() =>
        FormNet.Hold(
            "batch_norm",
            Gen.Select(
                Gen.Bool,
                // The fused operation raises those below 1.001e-5, and the emitter says so.
                FormNet.OneOf(1.1e-5, 1e-3, 0.1),
                FormNet.OneOf(0.0, 0.1, 0.7, 1.0),
                Gen.Bool,
                Gen.Bool,
                activations
            ),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (affine, epsilon, momentum, masked, isTwice, activation) = variant;
                    var norm = sample.Net.Add(
                        "norm",
                        new BatchNorm(affine: affine, epsilon: epsilon, momentum: momentum, masked: masked)
                    );
                    var result = activation(norm.Call(x));
                    return isTwice ? norm.Call(result + (x * 0.5)) : result;
                },
                Features: 3
            )
        );

    [Fact]
    public void A_masked_batch_norm_is_its_blocks_whatever_reads_its_padding() =>
        FormNet.Hold(
            "batch_norm",
            Gen.Select(Gen.Int[0, 4], activations),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (reader, activation) = variant;
                    var norm = sample.Net.Add("norm", new BatchNorm(masked: true));
                    var conv = sample.Net.Add("conv", new Conv1d(Dim.Feature("made", 2), 3));
                    var result = activation(norm.Call(x));
                    return reader switch
                    {
                        0 => result,
                        1 => ReduceMean(result, [sample.Time]),
                        2 => x + ReduceMean(result, [sample.Time], masked: false),
                        3 => conv.Call(result, sample.Time),
                        _ => sample.Net.Add("attention", new SelfAttention(Dim.Feature("made", 4), 2)).Call(result),
                    };
                },
                Features: 3
            ),
            isPlain: false
        );

    [Fact]
    public void Conv_is_its_blocks() =>
        FormNet.Hold(
            "conv",
            Gen.Select(
                Gen.Select(Gen.Int[1, 4], Gen.Bool, FormNet.OneOf((1, 1), (2, 1), (3, 1), (1, 2), (1, 3))),
                Gen.Select(FormNet.OneOf(1, 2, 4), Gen.Bool, activations)
            ),
            variant => new FormNet(
                (sample, x) =>
                {
                    // RETURNN takes no stride together with a dilation.
                    var ((size, isValid, (stride, dilation)), (groups, bias, activation)) = variant;
                    var conv = new Conv1d(
                        Dim.Feature("made", 4),
                        isValid ? Math.Min(size, 2) : size,
                        padding: isValid ? WindowPadding.Valid : WindowPadding.Same,
                        stride: stride,
                        dilation: isValid ? 1 : dilation,
                        groups: groups,
                        bias: bias
                    );
                    return activation(sample.Net.Add("conv", conv).Call(x, sample.Time));
                },
                Features: 4
            )
        );

    [Fact]
    public void Conv_in_two_dims_is_its_blocks() =>
        FormNet.Hold(
            "conv",
            Gen.Select(
                Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 2], Gen.Int[1, 2]),
                Gen.Select(Gen.Bool, activations)
            ),
            variant => new FormNet(
                (sample, x) =>
                {
                    var ((first, second, stride, step), (bias, activation)) = variant;
                    var (rows, channel) = (Dim.Spatial("rows", 4), Dim.Feature("channel", 2));
                    var image = SplitDims(x, x.Dims.Feature!, [rows, channel]);
                    var conv = new Conv2d(Dim.Feature("made", 2), (first, second), strides: (stride, step), bias: bias);
                    return activation(sample.Net.Add("conv", conv).Call(image, sample.Time, rows));
                },
                Features: 8
            )
        );

    [Fact]
    public void Transposed_conv_is_its_blocks() =>
        FormNet.Hold(
            "transposed_conv",
            Gen.Select(Gen.Int[1, 4], Gen.Int[1, 3], Gen.Bool, Gen.Bool, activations),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (size, stride, isValid, bias, activation) = variant;
                    var conv = new TransposedConv1d(
                        Dim.Feature("made", 2),
                        size,
                        stride,
                        padding: isValid ? WindowPadding.Valid : WindowPadding.Same,
                        bias: bias
                    );
                    return activation(sample.Net.Add("conv", conv).Call(x, sample.Time));
                },
                Features: 3
            )
        );

    [Fact]
    public void Self_attention_is_its_blocks() =>
        FormNet.Hold(
            "self_attention",
            Gen.Select(
                FormNet.OneOf(1, 2, 4),
                Gen.Bool,
                Gen.Bool,
                FormNet.OneOf(0.0, 0.3),
                FormNet.OneOf<Func<RelativePositionalEncoding?>>(
                    () => null,
                    () => new(clipping: 2),
                    () => new(clipping: 5),
                    () => new(clipping: 3, sinusoidal: true)
                ),
                Gen.Bool
            ),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (heads, hasOtherKeys, causal, dropout, relative, projects) = variant;
                    var output = Dim.Feature("values", 16);
                    var attention = new SelfAttention(
                        output,
                        heads,
                        keySize: hasOtherKeys ? 32 : null,
                        causal: causal,
                        dropout: dropout,
                        relative: relative()
                    );
                    var result = Tanh(sample.Net.Add("attention", attention).Call(x));
                    return projects
                        ? sample.Net.Add("projection", new Linear(Dim.Feature("made", 2))).Call(result)
                        : result;
                },
                Features: 3
            )
        );

    [Fact]
    public void Softmax_is_its_blocks() =>
        FormNet.Hold(
            "softmax",
            Gen.Select(Gen.Int[2, 6], Gen.Bool, Gen.Bool, FormNet.OneOf(1.0, 0.3), Gen.Bool),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (count, bias, hasLoss, scale, normalized) = variant;
                    var classes = Dim.Feature("labels", count);
                    var logits = sample.Net.Add("classes", new Linear(classes, bias: bias)).Call(x);
                    if (hasLoss)
                    {
                        var labels = sample.Net.Input("classes", [Dim.Batch, sample.Time], sparse: classes);
                        sample.Net.Loss("ce", CrossEntropy(logits, labels), scale: scale, normalized: normalized);
                    }

                    return Softmax(logits, classes);
                },
                Features: 3
            )
        );

    [Fact]
    public void Gating_is_its_blocks() =>
        FormNet.Hold(
            "gating",
            Gen.Select(Gen.Int[1, 3], activations, Gen.Bool),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (half, activation, hasActivation) = variant;
                    var gate = new Gating(Dim.Feature("half", half), hasActivation ? activation : null);
                    return sample.Net.Add("gate", gate).Call(x);
                },
                2 * variant.Item1
            )
        );

    [Fact]
    public void Halves_that_are_multiplied_are_a_gate() =>
        FormNet.Hold(
            "gating",
            Gen.Select(Gen.Int[1, 3], activations, activations, Gen.Int[0, 3]),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (size, first, second, which) = variant;
                    var half = Dim.Feature("half", size);
                    if (Split(x, x.Dims.Feature!, [half, half]) is not [var left, var right])
                    {
                        throw new InvalidOperationException("Two dims make two parts.");
                    }

                    // Of one half it is no gate.
                    return which switch
                    {
                        0 => second(right) * first(left),
                        1 => first(left) * second(left),
                        _ => first(left) * second(right),
                    };
                },
                2 * variant.Item1
            )
        );

    [Fact]
    public void Activation_of_a_layer_is_its_blocks() =>
        FormNet.Hold(
            "activation",
            Gen.Select(activations, activations, Gen.Bool, Gen.Bool),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (first, second, bias, isReadTwice) = variant;
                    var map = sample.Net.Add("map", new Linear(Dim.Feature("made", 4), bias: bias)).Call(x);
                    var result = second(first(map));
                    return isReadTwice ? result + map : result;
                },
                Features: 3
            )
        );

    [Fact]
    public void Dropout_of_a_layer_is_its_blocks() =>
        FormNet.Hold(
            "dropout",
            Gen.Select(FormNet.OneOf(0.1, 0.5, 0.9), Gen.Int[0, 3], Gen.Bool, Gen.Bool),
            variant => new FormNet(
                (sample, x) =>
                {
                    var (rate, which, onForward, isNorm) = variant;
                    var feature = x.Dims.Feature!;
                    Shape? axes = which switch
                    {
                        0 => null,
                        1 => [feature],
                        2 => [Dim.Batch, feature],
                        _ => [Dim.Batch, sample.Time, feature],
                    };
                    var dropped = Dropout(x, rate, axes, onForward);
                    return isNorm
                        ? sample.Net.Add("norm", new LayerNorm()).Call(dropped)
                        : sample.Net.Add("map", new Linear(Dim.Feature("made", 4))).Call(dropped);
                },
                Features: 3
            )
        );

    [Fact]
    public void Concatenation_by_a_layer_is_its_blocks() =>
        FormNet.Hold(
            "concat",
            Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, activations),
            variant => new FormNet(
                (sample, x) =>
                {
                    // RETURNN is certain about the features of data, not about those of each function of it.
                    var (isReverse, bias, isRecurrent, isPlain, activation) = variant;
                    var other = isPlain ? sample.Data : activation(sample.Data);
                    (Tensor, Dim)[] parts = [(x, x.Dims.Feature!), (other, sample.In)];
                    var joined = Concat(isReverse ? [.. parts.Reverse()] : parts);
                    var made = Dim.Feature("made", 2);
                    return isRecurrent
                        ? sample.Net.Add("map", new Lstm(made)).Call(joined)
                        : sample.Net.Add("map", new Linear(made, bias: bias)).Call(joined);
                },
                Features: 4
            ),
            isPlain: false
        );

    [Fact]
    public void Steps_entry_by_entry_are_one_formula() =>
        FormNet.Hold(
            "eval",
            Gen.Select(Gen.Int[0, 14], Gen.Int[1, 5]).Array[1, 7],
            variant => new FormNet(
                (sample, x) =>
                    variant.Aggregate(
                        x,
                        (value, step) =>
                            step.Item1 switch
                            {
                                0 => value + (0.1 * step.Item2),
                                1 => value * x,
                                2 => value - (x * step.Item2),
                                3 => Tanh(value),
                                4 => value / (Square(x) + step.Item2),
                                5 => Maximum(value, x * 0.5),
                                6 => Sigmoid(value) - value,
                                7 => Clip(value, -step.Item2, step.Item2),
                                8 => Where(value > 0.1, value, x),
                                9 => x - value,
                                10 => -value,
                                11 => x / ((Square(value) + 1.0) * step.Item2),
                                12 => Reciprocal((Square(value) + 1.0) * step.Item2),
                                13 => x - (value - step.Item2),
                                _ => ReduceSum(value, [x.Dims.Feature!]) * x,
                            }
                    ),
                Features: 3
            )
        );

    [Fact]
    public void What_is_the_same_in_each_step_is_computed_outside_of_a_loop() =>
        Gen.Select(activations, Gen.Bool, Gen.Bool)
            .Sample(
                variant =>
                {
                    var inside = ConfigEmitter.Emit(Averages(variant, isInside: true), new()).Text;
                    var outside = ConfigEmitter.Emit(Averages(variant, isInside: false), new()).Text;
                    var report = NetVerifier.Compare(inside, "inside.py", outside, "outside.py", new());
                    Assert.Equal("", string.Join('\n', report.Diagnostics));
                },
                iter: 25,
                threads: 1
            );

    private static Net Averages((Func<Tensor, Tensor> Function, bool Bias, bool Reads) variant, bool isInside) =>
        new FormNet(
            (sample, x) =>
            {
                var map = sample.Net.Add("map", new Linear(Dim.Feature("made", 2), bias: variant.Bias));
                Tensor Same() => variant.Function(map.Call(ReduceMean(x, [sample.Time])));
                var outside = isInside ? null : Same();
                return Loop(
                    sample.Time,
                    step =>
                    {
                        var same = outside ?? Same();
                        var mean = step.State(same.Dims);
                        mean.Assign((mean.Previous * 0.5) + (same * ReduceMean(step.Unstack(x), [x.Dims.Feature!])));
                        return step.Stack(variant.Reads ? mean.Previous + same : mean.Previous);
                    }
                );
            },
            Features: 3
        ).Behind();
}
