namespace NetDsl.Layers;

/// <summary>
/// Makes one <c>gating</c> layer of a product of two halves: RETURNN cuts the features into halves, applies a function to each and
/// multiplies them.
/// </summary>
internal sealed class GatingRule : ILayerRule
{
    public string Name => "gating";

    public Takeover? At(Node node, LayerNode? layer, ILayerContext context)
    {
        if (
            layer is not null
            || node is not BinaryNode { Operator: BinaryOperator.Multiply } product
            || Half.Of(product.Left) is not { } left
            || Half.Of(product.Right) is not { } right
            || !ReferenceEquals(left.Split, right.Split)
            || left.Part.Name == right.Part.Name
        )
        {
            return null;
        }

        var (value, gate) = left.Part.Name == "0" ? (left, right) : (right, left);
        return Check(product, value, gate, context) is { } refusal
            ? Takeover.Refused(node, refusal)
            : Takeover.By(Make(product, value, gate), node);
    }

    private static Refusal? Check(BinaryNode product, Half value, Half gate, ILayerContext context)
    {
        var split = value.Split;
        var x = split.Sources[0];
        if (!ReferenceEquals(split.Block, product.Block))
        {
            return new("the halves are cut outside of the branch", split.Location);
        }

        if (split.Options["out_dims"] is not SequenceValue { Items.Length: 2 })
        {
            return new("there are more parts than two halves", split.Location);
        }

        // RETURNN halves what it takes as the feature dim: of several dims of fixed size, it may be another.
        foreach (var dim in x.Dims)
        {
            var isHalved = split.Options["axis"] is DimValue axis && ReferenceEquals(axis.Value, dim);
            if (isHalved ? dim.Kind != DimKind.Feature : dim.Size is not null)
            {
                return new($"which dim of {x.Dims} RETURNN would halve is not certain", split.Location);
            }
        }

        if (OtherHalfOf(split, context) is { } other)
        {
            var halves = $"{PartsOf(split)!.Items[0]} and {PartsOf(other)!.Items[0]}";
            return new($"RETURNN has one dim for the half of a dim, and here there are two, {halves}", other.Location);
        }

        foreach (var part in context.ReadersOf(split.Output))
        {
            if (part != value.Part && part != gate.Part)
            {
                return new($"its {split.Kind} is also read by {part.Kind}", part.Location);
            }
        }

        return (context.IsResult(split.Output) ? context.MustStay(split.Output) : null)
            ?? value.MustStay(context)
            ?? gate.MustStay(context);
    }

    // RETURNN declares the half of the input dim, one object for all layers, the same as the dim that comes out (tf/layers/basic.py:3702).
    private static LayerNode? OtherHalfOf(LayerNode split, ILayerContext context)
    {
        foreach (var other in context.LayersOf("split"))
        {
            if (
                other.Options["axis"] is { } axis
                && axis.Equals(split.Options["axis"])
                && PartsOf(other) is { Items.Length: 2 } parts
                && !parts.Items[0].Equals(PartsOf(split)!.Items[0])
            )
            {
                return other;
            }
        }

        return null;
    }

    private static SequenceValue? PartsOf(LayerNode split) => split.Options["out_dims"] as SequenceValue;

    private static LayerNode Make(BinaryNode product, Half value, Half gate)
    {
        var options = OptionValue.Dict(
            ("activation", value.Activation),
            ("gate_activation", gate.Activation),
            ("out_dim", ((SequenceValue)value.Split.Options["out_dims"]!).Items[0])
        );
        return FusedLayer.Make(
            product.Output,
            "gating",
            value.Split.Sources[0],
            options,
            product.Output.Dims,
            namedAsModule: product.Module is Gating
        );
    }

    /// <summary>One of two halves, with the function that is applied to it.</summary>
    private sealed record Half(Tensor Result, LayerPartNode Part, LayerNode Split)
    {
        /// <summary>RETURNN's name of the function; none if there is none.</summary>
        internal OptionValue Activation => (Result.Node as UnaryNode)?.Activation ?? OptionValue.None;

        internal static Half? Of(Tensor tensor)
        {
            var part = tensor.Node is UnaryNode { Activation: not null } function ? function.Operand : tensor;
            return
                part.Node is LayerPartNode { Name: "0" or "1" } half
                && half.Inputs[0].Node is LayerNode { LayerClass: "split", Sources.Length: 1 } split
                ? new(tensor, half, split)
                : null;
        }

        internal Refusal? MustStay(ILayerContext context) =>
            context.MustStay(Result) ?? (Result.Node == Part ? null : context.MustStay(Part.Output));
    }
}
