using CsCheck;
using NetDsl.Layers;
using Xunit;

namespace NetDsl.Tests.Dsl;

/// <summary>The lengths that windows leave are those that RETURNN computes, in numbers and as axes.</summary>
public sealed class SpatialDimTests
{
    private static readonly Gen<(int Length, int Window, int Stride, int Dilation)> windows = Gen.Select(
        Gen.Int[1, 200],
        Gen.Int[1, 9],
        Gen.Int[1, 5],
        Gen.Int[1, 4]
    );

    [Fact]
    public void A_fixed_size_is_that_of_RETURNNs_numbers() =>
        windows.Sample(options =>
        {
            var (length, window, stride, dilation) = options;
            var dim = Dim.Spatial("length", length);
            var within = length - ((window - 1) * dilation);

            Assert.Equal(CeilDiv(length, stride), Left(dim, options, WindowPadding.Same)!.Size);
            Assert.Equal(within < 1 ? null : CeilDiv(within, stride), Left(dim, options, WindowPadding.Valid)?.Size);
        });

    [Fact]
    public void A_dynamic_dim_is_the_axis_that_RETURNN_makes() =>
        windows.Sample(options =>
        {
            var space = new AxisSpace(behaviorVersion: 21);
            var dim = Dim.Dynamic("time");
            foreach (var padding in new[] { WindowPadding.Same, WindowPadding.Valid })
            {
                var made = SpatialAxes.Formula(
                    space.Of(dim),
                    options.Window,
                    options.Stride,
                    options.Dilation,
                    padding == WindowPadding.Same ? "same" : "valid"
                );
                Assert.Same(made, space.Of(Left(dim, options, padding)!));
            }
        });

    [Fact]
    public void A_dynamic_dim_is_as_long_as_a_fixed_one() =>
        windows.Sample(options =>
        {
            var dim = Dim.Dynamic("time");
            var space = new AxisSpace(behaviorVersion: 21);
            var plain = KeyValuePair.Create<Axis, System.Collections.Immutable.ImmutableArray<int>>(
                space.Of(dim),
                [options.Length, options.Length + 3]
            );
            var lengths = new AxisLength([plain]).Of(space.Of(Left(dim, options, WindowPadding.Valid)!));
            var within = options.Length - ((options.Window - 1) * options.Dilation);

            // A sequence that is too short for the window has no frames.
            Assert.Equal(Math.Max(CeilDiv(within, options.Stride), 0), lengths!.Value[0]);
        });

    [Fact]
    public void A_transposed_convolution_makes_a_stride_of_each_entry()
    {
        var time = Dim.Dynamic("time");

        Assert.Same(time * 2, SpatialDims.Transposed(time, window: 3, stride: 2, WindowPadding.Same));
        Assert.Same((time * 2) + 1, SpatialDims.Transposed(time, window: 3, stride: 2, WindowPadding.Valid));
        Assert.Same(time * 3, SpatialDims.Transposed(time, window: 2, stride: 3, WindowPadding.Valid));
        Assert.Same(time, SpatialDims.Transposed(time, window: 3, stride: 1, WindowPadding.Same));
    }

    private static Dim? Left(
        Dim dim,
        (int Length, int Window, int Stride, int Dilation) options,
        WindowPadding padding
    ) => SpatialDims.Windowed(dim, options.Window, options.Stride, options.Dilation, padding);

    private static int CeilDiv(int number, int divisor) => (int)Math.Ceiling(number / (double)divisor);
}
