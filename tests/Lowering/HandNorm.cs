namespace NetDsl.Tests.Lowering;

/// <summary>A batch norm that a user wrote, in any of many ways.</summary>
internal sealed class HandNorm : Module
{
    private readonly NormWays ways;
    private readonly Parameter average;
    private readonly Parameter spread;
    private readonly Parameter? scale;
    private readonly Parameter? shift;

    internal HandNorm(NormWays ways)
    {
        this.ways = ways;
        average = ways.Make("average", Name("mean"), 0.0);
        spread = ways.Make("spread", Name("variance"), 1.0);
        scale = ways.HasGamma ? ways.Make("scale", Name("gamma"), 1.0) : null;
        shift = ways.HasBeta ? ways.Make("shift", Name("beta"), 0.0) : null;
    }

    internal Tensor Call(Net net, Tensor x, double epsilon = 1e-3, double momentum = 0.1)
    {
        using var call = Enter(x);
        var axes = ways.Axes(x);
        var all = ways.Choose(
            new NormStatistics(
                x,
                ways.Flag,
                () => ways.Mean(x, axes, ways.Masked),
                mean => ways.Spread(ways.Distance(x, mean), axes, ways.Masked),
                average,
                spread
            )
        );
        ways.Run(
            ways.UpdateFlag,
            () => ways.UpdateMean(average, all.MeanToLearn ?? all.Mean, momentum),
            () => ways.UpdateVariance(spread, all.VarianceToLearn ?? all.Variance, momentum)
        );
        var square = ways.Widen(all.Variance, epsilon);
        if (ways.Folds && shift is not null)
        {
            var factor = scale is null ? Ops.Rsqrt(square) : ways.Divide(scale, square);
            var folded = x * factor + (shift - all.Mean * factor);
            ways.Also(net, all, folded);
            return folded;
        }

        var centered = ways.Center(x, all.Mean);
        var scaled = scale is null
            ? ways.Divide(centered, square)
            : ways.Scale(centered, scale, part => ways.Divide(part, square));
        var result = shift is null ? scaled : ways.Shift(scaled, shift);
        ways.Also(net, all, result);
        return result;
    }

    private string? Name(string name) => ways.NativeNames ? $"batch_norm/v2_{name}" : null;
}
