using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>Infers layers as they are recorded. Of nets inside layers nothing is known: those the model declares.</summary>
internal sealed class RecordingInference : ILayerInference
{
    public InferredOutput Infer(
        string layerClass,
        DictValue options,
        IReadOnlyList<Tensor> sources,
        DeclaredOutput declared
    )
    {
        var read = new RecordedOptions(options);
        Tensor[] tensors = [.. sources, .. read.Tensors];
        if (
            LayerShapes.Find(layerClass) is not { } shape
            || Net.Of(tensors) is not { } net
            || tensors.Any(tensor => tensor.IsFaulty)
        )
        {
            return default;
        }

        var recorded = RecordedNet.Of(net);
        var call = new LayerCall(
            recorded.NextName(layerClass),
            layerClass,
            declared.Shape is { } dims ? read.Dict.With("out_shape", Spelled(dims)) : read.Dict,
            [.. sources.Select(source => (TensorType?)recorded.TypeOf(source))],
            new RecordedSurroundings(recorded, read)
        );
        Know(recorded.Dims, sources.SelectMany(source => source.Dims).Concat(read.Dims));
        var type = shape.Infer(call);
        Know(recorded.Dims, read.Dims);
        if (type is not null && call.Fault is null)
        {
            DeclaredShape.CheckFeatures(call, call.Template ?? type);
        }

        return call.IsOpaque ? default
            : call.Fault is { } fault ? new(null, fault)
            : type is null ? default
            : Named(recorded, type, layerClass, declared, read.OutDims) with { Parts = call.Outputs };
    }

    public InferredOutput InferPart(LayerNode layer, string name, DeclaredOutput declared)
    {
        if (layer.Net is not { } net || layer.Output.IsFaulty)
        {
            return default;
        }

        var recorded = RecordedNet.Of(net);
        return recorded.Part(layer, name) is { } type
            ? Named(recorded, type, $"{layer.Kind}/{name}", declared, new RecordedOptions(layer.Options).OutDims)
            : default;
    }

    public void Keep(Node node, InferredOutput output)
    {
        if (node.Net is { } net && output.Type is not null)
        {
            RecordedNet.Of(net).Keep(node, output);
        }
    }

    private static void Know(AxisDims known, IEnumerable<Dim> dims)
    {
        foreach (var dim in dims)
        {
            known.Know(dim);
        }
    }

    // With the model's dims for axes, or what contradicts the model.
    private static InferredOutput Named(
        RecordedNet net,
        TensorType type,
        string layer,
        DeclaredOutput declared,
        IReadOnlyList<Dim> outDims
    )
    {
        if (declared.Shape is { } shape)
        {
            var spelled = Spelled(shape, Implicit(net, type, declared.Sparse));
            if (DeclaredShape.FaultOf(net.Space, type, spelled) is { } fault)
            {
                return new(null, fault);
            }
        }

        var dims = ImmutableArray.CreateBuilder<Dim>(type.Rank);
        foreach (var axis in type.Axes)
        {
            if (net.Dims.Find(axis, outDims) is not { } dim || dims.Contains(dim))
            {
                return new(null, declared.Shape is null ? ShapeFaults.Unnamed(layer, axis) : null) { Type = type };
            }

            dims.Add(dim);
        }

        var sparse = type.Sparse is { } classes ? net.Dims.Find(classes, outDims) : null;
        if (type.Sparse is { } unnamed && sparse is null && declared is { Shape: null, Sparse: null })
        {
            return new(null, ShapeFaults.Unnamed(layer, unnamed)) { Type = type };
        }

        return EntryTypes.Find(type.DataType) is { } dataType
            ? new(new Signature(Shape.Create([.. dims]), dataType, sparse)) { Type = type }
            : new(null) { Type = type };
    }

    // What out_shape has to name beyond the axes, which the emitter adds (contract 3.5).
    private static IEnumerable<DimValue> Implicit(RecordedNet net, TensorType type, Dim? sparse)
    {
        if (sparse is not null)
        {
            yield return new(sparse, DimMark.ImplicitSparse);
        }

        foreach (var axis in type.ImplicitAxes)
        {
            var isCovered = sparse is not null && type.Sparse is { } classes && classes.IsSame(axis);
            if (!isCovered && net.Dims.Find(axis, []) is { } dim)
            {
                yield return new(dim, DimMark.ImplicitDynSize);
            }
        }
    }

    private static SequenceValue Spelled(Shape dims, IEnumerable<DimValue>? further = null) =>
        new(SequenceKind.Set, [.. dims.Select(dim => (OptionValue)dim), .. further ?? []]);
}
