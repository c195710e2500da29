using NetDsl.Layers;
using static NetDsl.Ops;

namespace NetDsl.Tests.Emitting;

/// <summary>The nets of the golden cases as models: the same names for the same layers, <c>w/param</c> for a variable <c>w</c>.</summary>
internal static class GoldenModels
{
    private static readonly Dictionary<string, Func<Sample, Tensor, Tensor>> models = new()
    {
        ["activation_exp"] = (_, x) => Exp(x).Named("y"),
        ["activation_gelu"] = (_, x) => Gelu(x).Named("y"),
        ["activation_relu"] = (_, x) => Relu(x).Named("y"),
        ["activation_sigmoid"] = (_, x) => Sigmoid(x).Named("y"),
        ["activation_swish"] = (_, x) => Swish(x).Named("y"),
        ["activation_tanh"] = (_, x) => Tanh(x).Named("y"),
        ["bn_primitive"] = (s, x) => BatchNorm(s, x, masked: false),
        ["bn_primitive_masked"] = (s, x) => BatchNorm(s, x, masked: true),
        ["combine_add"] = (s, x) => (x + Weight("b", [s.In])).Named("y"),
        ["combine_maximum"] = (s, x) => Maximum(x, Weight("b", [s.In])).Named("y"),
        ["combine_mul"] = (s, x) => (x * Weight("b", [s.In])).Named("y"),
        ["combine_sub"] = (s, x) => (x - Weight("b", [s.In])).Named("y"),
        ["compare_where"] = (_, x) => Where((x > 0.0).Named("c"), x, 0.0).Named("y"),
        ["cond_multi_output"] = (_, x) =>
        {
            var (first, second) = Cond(TrainFlag(), () => (x * 3.0, x + 1.0), () => (x, x));
            return (first + second).Named("y");
        },
        ["cumsum_time"] = (s, x) => Cumsum(x, axis: s.Time).Named("y"),
        ["dropout"] = (_, x) => Dropout(x, 0.0).Named("y"),
        ["dot_outer"] = (s, x) => Dot(x, Weight("m", [s.In, s.Out]), reduce: s.In).Named("y"),
        ["reduce_time_mean"] = (s, x) => ReduceMean(x, [s.Time]).Named("y"),
        ["softmax_over_feature"] = (s, x) => Softmax(x, over: s.In).Named("y"),
        ["step_counter"] = (_, x) =>
        {
            new Parameter([], 0, auxiliary: true, type: DataType.Int32, name: "n/param").AssignAdd(1);
            return Layer.Raw("copy", [x], x.Dims, OptionValue.Dict(("name_scope", ""))).Named("y");
        },
        ["switch_on_train_flag"] = (_, x) => Where(TrainFlag(), x, (x * 2.0).Named("b")).Named("y"),
        ["linear"] = (s, x) => s.Net.Add("y", new Linear(s.Out)).Call(x),
        ["linear_no_bias"] = (s, x) => s.Net.Add("y", new Linear(s.Out, bias: false)).Call(x),
        ["rec_lstm_standard"] = (s, x) => s.Net.Add("y", new Lstm(s.Out)).Call(x),
        ["linear_relu"] = (s, x) => Relu(s.Net.Add("ff", new Linear(s.Out)).Call(x)).Named("y"),
        ["softmax"] = (s, x) => Softmax(s.Net.Add("o", new Linear(s.Out)).Call(x), over: s.Out),
        ["layer_norm"] = (s, x) => s.Net.Add("norm", new LayerNorm()).Call(x),
        ["gating"] = (s, x) =>
        {
            var wide = s.Net.Add("h", new Linear(Dim.Feature("six", 6))).Call(x);
            return s.Net.Add("y", new Gating(Dim.Feature("a", 3), a => Tanh(a))).Call(wide);
        },
        ["batch_norm"] = (s, x) => s.Net.Add("norm", new BatchNorm()).Call(x),
        ["batch_norm_masked"] = (s, x) => s.Net.Add("norm", new BatchNorm(masked: true)).Call(x),
        ["batch_norm_no_affine"] = (s, x) => s.Net.Add("norm", new BatchNorm(affine: false)).Call(x),
    };

    /// <summary>A model with the tail that nearly all golden nets have: an output, and the mean of its squares as loss.</summary>
    public static Net Of(string name) =>
        Sample.Of(s =>
        {
            var x = (s.Data * Weight("w", [s.In])).Named("x");
            var y = models[name](s, x);
            s.Net.Loss("loss", ReduceMean(Square(y).Named("sq"), [y.Dims.Feature!]));
            s.Net.Output(y);
        });

    private static Parameter Weight(string name, Shape dims) => new(dims, name: name + "/param");

    private static Tensor BatchNorm(Sample s, Tensor x, bool masked)
    {
        var mean = new Parameter([s.In], 0.0, auxiliary: true, name: "running_mean/param");
        var variance = new Parameter([s.In], 1.0, auxiliary: true, name: "running_variance/param");
        var batchMean = ReduceMean(x, [Dim.Batch, s.Time], masked).Named("batch_mean");
        var squared = Square((x - batchMean).Named("centered")).Named("squared");
        var batchVariance = ReduceMean(squared, [Dim.Batch, s.Time], masked).Named("batch_variance");
        var usedMean = Cond(TrainFlag(), () => batchMean, () => mean).Named("mean");
        var usedVariance = Cond(TrainFlag(), () => batchVariance, () => variance).Named("variance");
        When(
            TrainFlag(),
            () =>
            {
                mean.AssignAdd(((usedMean - mean).Named("delta_mean") * 0.1).Named("step_mean"));
                variance.AssignAdd(((usedVariance - variance).Named("delta_variance") * 0.1).Named("step_variance"));
            }
        );
        var normed = (x - usedMean).Named("diff") * Rsqrt(usedVariance + 0.001).Named("inv_std");
        var gamma = new Parameter([s.In], 1.0, name: "gamma/param");
        var beta = new Parameter([s.In], 0.0, name: "beta/param");
        return (normed.Named("normed") * gamma).Named("scaled") + beta;
    }
}
