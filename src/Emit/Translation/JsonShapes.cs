using System.Globalization;

namespace NetDsl.Emit;

/// <summary>
/// Dims as sizes and axis names. RETURNN makes dims of its own then, and matches them by size (contract 2.1): whatever that could
/// confuse is an error here.
/// </summary>
internal sealed class JsonShapes(IReadOnlyList<InputNode> inputs, List<Diagnostic> diagnostics) : IShapeSpelling
{
    private readonly HashSet<(Dim First, Dim Second)> reported = [];
    private readonly HashSet<Dim> made = new(ReferenceEqualityComparer.Instance);

    public DictValue Input(InputNode input)
    {
        var signature = input.Output.Signature;
        var place = new LayerPlace($"data:{input.Key}", input.Location);
        CheckDims(signature.Shape, place);
        if (signature.Shape.Count == 0 || signature.Shape[0].Kind != DimKind.Batch)
        {
            diagnostics.Add(TranslationDiagnostics.JsonNeedsBatchFirst(place));
        }

        var shape = signature.Shape.Where(dim => dim.Kind != DimKind.Batch).ToList();
        var dict = DictValue.Empty;
        if ((signature.Sparse ?? shape.LastOrDefault(dim => dim.Size is not null)) is { Size: { } size })
        {
            dict = dict.With("dim", size);
        }

        dict = dict.With("shape", OptionValue.List([.. shape.Select(SizeOrNone)]))
            .With("dtype", TypeNames.Of(signature.Type));
        if (signature.Sparse is not null)
        {
            dict = dict.With("sparse", true);
        }

        return input.AvailableForInference ? dict.With("available_for_inference", true) : dict;
    }

    // RETURNN makes dims for each input anew, and those without a size never match (contract 2.1).
    public InputNode? LengthsOf(InputNode input)
    {
        var length = input.Output.Dims.FirstOrDefault(dim => dim.IsDynamic);
        var first = length is null ? null : inputs.First(other => other.Output.Dims.Contains(length));
        return ReferenceEquals(first, input) ? null : first;
    }

    public OptionValue Axis(Dim dim, Tensor of, LayerPlace place)
    {
        CheckDims(of.Dims, place);
        if (dim.Kind == DimKind.Batch)
        {
            return "b";
        }

        return dim.Size is { } size ? $"dim:{size.ToString(CultureInfo.InvariantCulture)}" : "t";
    }

    public OptionValue StaticShape(Shape shape, LayerPlace place)
    {
        CheckDims(shape, place);

        // What has no line is the start of a loop, of which more is said.
        if (place.Location.IsKnown && shape.FirstOrDefault(dim => dim.Size is null) is { } open)
        {
            diagnostics.Add(TranslationDiagnostics.JsonHasNoSize(open, place));
        }

        return OptionValue.List([.. shape.Select(SizeOrNone)]);
    }

    public void SetOutDim(LayerDraft layer, Dim dim) => layer.Set("n_out", SizeOrNone(dim));

    // RETURNN makes the dims itself, of these sizes or from the formula of the layer.
    public void SetMadeDims(LayerDraft layer, string option, OptionValue dims, LayerPlace place)
    {
        switch (option)
        {
            case "out_spatial_dim"
                when dims is DimValue { Value: { IsDynamic: true, Expression: null } dim } && !made.Add(dim):
                diagnostics.Add(TranslationDiagnostics.JsonMakesTwice(dim, place));
                break;
            case "out_dim" or "out_spatial_dim" or "in_spatial_dim":
                break;
            case "out_dims":
                layer.Set("size_splits", Sizes(dims));
                break;
            case "window_dim":
                layer.Set("window_size", Sizes(dims));
                break;
            default:
                layer.Set(option, Sizes(dims));
                break;
        }
    }

    public void SetInDim(LayerDraft layer, Dim dim, Tensor of, LayerPlace place)
    {
        CheckDims(of.Dims, place);
        if (!ReferenceEquals(of.Dims.LastOrDefault(other => other.Size is not null), dim))
        {
            diagnostics.Add(TranslationDiagnostics.JsonFeatureIsNotLast(dim, of.Dims, place));
        }
    }

    // RETURNN packs batch and time of what losses are made of into one batch, unless an option has their Dim objects (contract 9): a name
    // of one of them would mean something else then, or nothing.
    public OptionValue DropoutAxes(SequenceValue axes, Tensor of, LayerPlace place)
    {
        var named = axes.Items.OfType<DimValue>().Select(item => item.Value).ToHashSet();
        var frames = of.Dims.Where(dim => dim.IsDynamic).Append(Dim.Batch).ToList();
        var isPacked = frames.Count > 1 && of.Dims.Contains(Dim.Batch);
        if (isPacked && named.Overlaps(frames) && !named.IsSupersetOf(frames))
        {
            return axes;
        }

        return axes with
        {
            Items = [.. axes.Items.Select(item => item is DimValue dim ? FrameAxis(dim.Value, of, place) : item)],
        };
    }

    public void SetNewDim(LayerDraft layer, string option, Dim dim) { }

    public void SetLoopAxis(LayerDraft layer, Dim axis, LayerPlace place) =>
        diagnostics.Add(TranslationDiagnostics.JsonLoop(place));

    public void SetDotAxes(LayerDraft layer, Tensor left, Tensor right, Shape reduce, LayerPlace place)
    {
        CheckDims(left.Dims.Union(right.Dims), place);
        layer.Set("red1", Axes(reduce, left, place)).Set("red2", Axes(reduce, right, place));
        layer.Set("var1", Axes(left.Dims.Except(right.Dims), left, place));
        layer.Set("var2", Axes(right.Dims.Except(left.Dims), right, place));
    }

    public void SetOutShape(LayerDraft layer, Signature signature) { }

    public void SetBroadcast(LayerDraft layer) => layer.Set("allow_broadcast_all_sources", true);

    public void CheckDims(Shape dims, LayerPlace place)
    {
        for (var second = 1; second < dims.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                var alike = dims[first].Kind != DimKind.Batch && dims[second].Kind != DimKind.Batch;
                if (alike && dims[first].Size == dims[second].Size && reported.Add((dims[first], dims[second])))
                {
                    diagnostics.Add(TranslationDiagnostics.JsonCannotTellApart(dims[first], dims[second], place));
                }
            }
        }
    }

    private OptionValue FrameAxis(Dim dim, Tensor of, LayerPlace place) =>
        Axis(dim, of, place) is var axis && dim.IsDynamic ? "t?" : axis;

    private OptionValue Axes(Shape dims, Tensor of, LayerPlace place) =>
        dims.Count == 1 ? Axis(dims[0], of, place) : OptionValue.List([.. dims.Select(dim => Axis(dim, of, place))]);

    // In a list, one dim can be what the others leave.
    private static OptionValue Sizes(OptionValue dims) =>
        dims switch
        {
            DimValue { Value.Size: { } size } => size,
            SequenceValue list => list with
            {
                Items = [.. list.Items.Select(item => item is DimValue { Value.Size: null } ? -1 : Sizes(item))],
            },
            _ => dims,
        };

    private static OptionValue SizeOrNone(Dim dim) => dim.Size is { } size ? size : OptionValue.None;
}
