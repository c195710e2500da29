using System.Diagnostics.CodeAnalysis;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// What convolutions over one, two and three dims have in common: how a filter is made, and what is computed with it. The modules hold
/// the parameters themselves, as those have their names from there.
/// </summary>
internal sealed class ConvFilter
{
    private readonly string module;
    private readonly ConvWindow window;
    private readonly int groups;
    private readonly Initializer initial;
    private readonly SourceLocation made;
    private Dim? column;

    internal ConvFilter(
        string module,
        Dim output,
        Dim? input,
        ConvWindow window,
        int groups,
        Initializer? initial,
        SourceLocation made
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        if (output.Size % groups != 0)
        {
            throw new ArgumentException(
                "The features that come out cannot be divided into so many groups.",
                nameof(groups)
            );
        }

        (this.module, Output, this.window, this.groups, this.made) = (module, output, window, groups, made);
        this.initial = initial ?? Initializer.GlorotUniform;
        if (input is not null)
        {
            if (input.Size % groups != 0)
            {
                throw new ArgumentException(
                    "The features that go in cannot be divided into so many groups.",
                    nameof(groups)
                );
            }

            Prepare(input);
        }
    }

    internal Dim Output { get; }

    internal Dim? Input { get; private set; }

    internal Parameter? Weight { get; private set; }

    /// <summary>The bias of a convolution, named as RETURNN names it (contract 10).</summary>
    internal static Parameter? MakeBias(Dim output, bool bias, Initializer? initial, SourceLocation made)
    {
        ArgumentNullException.ThrowIfNull(output);
        return bias ? new([output], initial ?? 0.0, name: "bias", file: made.Path, line: made.Line) : null;
    }

    /// <summary>Moves the window over some dims, with the filter that there is by now.</summary>
    internal Tensor Apply(Tensor x, Dim[] spatialDims, Parameter? bias)
    {
        var result = Conv(
            x,
            Weight!,
            Input!,
            spatialDims,
            column!,
            window.Padding,
            window.Strides,
            window.Dilations,
            groups
        );
        result = ReferenceEquals(column, Output) ? result : ReplaceDim(result, column!, Output);
        return bias is null ? result : result + bias;
    }

    /// <summary>The filter for a tensor; the first one says how many features go in.</summary>
    /// <exception cref="ModelException">The tensor has no feature dim beside the spatial ones, or none that the groups divide.</exception>
    internal Parameter EnsureWeight(Tensor x, Dim[] spatialDims)
    {
        if (Weight is null)
        {
            var input =
                x.Dims.Except(spatialDims).Feature
                ?? throw Net.Stopped(ConvolutionDiagnostics.NoChannels(module, spatialDims, x), x);
            if (input.Size is not { } size || size % groups != 0)
            {
                throw Net.Stopped(ConvolutionDiagnostics.Groups(module, groups, input, x), x);
            }

            Prepare(input);
        }

        return Weight;
    }

    // A tensor has no dim twice: where features map to themselves, the filter has its columns along a dim of its own, which the
    // result does not keep. With groups, the dim that goes in is another one already.
    [MemberNotNull(nameof(Weight))]
    private void Prepare(Dim input)
    {
        Input = input;
        var group = input.FloorDiv(groups);
        column = ReferenceEquals(group, Output) ? Dim.Feature(Output.Name, Output.Size!.Value) : Output;
        Weight = new Parameter(
            [.. window.Kernel(), group, column],
            initial,
            name: "W",
            file: made.Path,
            line: made.Line
        );
    }
}
