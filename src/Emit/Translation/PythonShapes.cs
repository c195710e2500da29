using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>Dims as Dim objects.</summary>
internal sealed class PythonShapes : IShapeSpelling
{
    private readonly HashSet<Dim> perSequence = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Dim> ofInputs = new(ReferenceEqualityComparer.Instance);
    private (Shape Shape, OptionValue Value)? last;

    internal PythonShapes(IEnumerable<InputNode> inputs)
    {
        foreach (var input in inputs)
        {
            var dims = input.Output.Dims;
            ofInputs.UnionWith(dims);
            if (dims.Contains(Dim.Batch))
            {
                perSequence.UnionWith(dims.Where(dim => dim.IsDynamic));
            }
        }
    }

    // "dim_tags", not "dims": those make no time axis, without which masks and framewise losses fail (contract 2.2).
    // Both have the same dim object.
    public InputNode? LengthsOf(InputNode input) => null;

    public DictValue Input(InputNode input)
    {
        var signature = input.Output.Signature;
        var dims = signature.Shape.Select(dim => (OptionValue)dim).ToArray();
        var dict = OptionValue.Dict(("dim_tags", OptionValue.Tuple(dims)), ("dtype", TypeNames.Of(signature.Type)));
        if (signature.Sparse is { } sparse)
        {
            dict = dict.With("sparse_dim", sparse);
        }

        return input.AvailableForInference ? dict.With("available_for_inference", true) : dict;
    }

    public OptionValue Axis(Dim dim, Tensor of, LayerPlace place) => dim;

    public OptionValue StaticShape(Shape shape, LayerPlace place) =>
        OptionValue.List([.. shape.Select(dim => (OptionValue)dim)]);

    public void SetOutDim(LayerDraft layer, Dim dim) => layer.Set("out_dim", dim);

    public void SetMadeDims(LayerDraft layer, string option, OptionValue dims, LayerPlace place) =>
        layer.Set(option, dims);

    public void SetInDim(LayerDraft layer, Dim dim, Tensor of, LayerPlace place) => layer.Set("in_dim", dim);

    public OptionValue DropoutAxes(SequenceValue axes, Tensor of, LayerPlace place) => axes;

    public void SetNewDim(LayerDraft layer, string option, Dim dim) => layer.Set(option, dim);

    public void SetLoopAxis(LayerDraft layer, Dim axis, LayerPlace place) => layer.Set("axis", axis);

    public void SetDotAxes(LayerDraft layer, Tensor left, Tensor right, Shape reduce, LayerPlace place) =>
        layer.Set(
            "reduce",
            reduce.Count == 1 ? reduce[0] : OptionValue.List([.. reduce.Select(dim => (OptionValue)dim)])
        );

    // All dims, implicit ones included: what a sparse tensor points into, and the batch that lengths depend on (contract 3.5).
    public void SetOutShape(LayerDraft layer, Signature signature)
    {
        // Layer after layer has the shape of the one before. What is implicit in it is another matter.
        if (signature.Sparse is not null || !signature.Shape.Contains(Dim.Batch))
        {
            layer.Set("out_shape", OutShape(signature));
            return;
        }

        if (!ReferenceEquals(last?.Shape, signature.Shape))
        {
            last = (signature.Shape, OutShape(signature));
        }

        layer.Set("out_shape", last.Value.Value);
    }

    // out_shape allows it already (contract 3.5).
    public void SetBroadcast(LayerDraft layer) { }

    public void CheckDims(Shape dims, LayerPlace place) { }

    private SequenceValue OutShape(Signature signature)
    {
        KnowMade(signature.Shape);
        var dims = ImmutableArray.CreateBuilder<OptionValue>(signature.Shape.Count + 2);
        foreach (var dim in signature.Shape)
        {
            dims.Add(dim);
        }

        if (signature.Sparse is { } sparse && !signature.Shape.Contains(sparse))
        {
            dims.Add(new DimValue(sparse, DimMark.ImplicitSparse));
        }

        if (!signature.Shape.Contains(Dim.Batch) && signature.Shape.Any(HasLengthPerSequence))
        {
            dims.Add(new DimValue(Dim.Batch, DimMark.ImplicitDynSize));
        }

        return new SequenceValue(SequenceKind.Set, dims.DrainToImmutable());
    }

    // A new dim of a layer's result has lengths of the sequences of that result.
    private void KnowMade(Shape shape)
    {
        if (!shape.Contains(Dim.Batch))
        {
            return;
        }

        foreach (var dim in shape)
        {
            if (dim is { IsDynamic: true, Expression: null } && !ofInputs.Contains(dim))
            {
                perSequence.Add(dim);
            }
        }
    }

    private bool HasLengthPerSequence(Dim dim)
    {
        if (dim is { Expression: null } || !dim.IsDynamic)
        {
            return perSequence.Contains(dim);
        }

        // Iterative: derived dims can be long chains.
        var pending = new Stack<Dim>();
        pending.Push(dim);
        while (pending.TryPop(out var next))
        {
            if (perSequence.Contains(next))
            {
                return true;
            }

            foreach (var operand in new[] { next.Expression?.Left.Dim, next.Expression?.Right.Dim })
            {
                if (operand is { IsDynamic: true })
                {
                    pending.Push(operand);
                }
            }
        }

        return false;
    }
}
