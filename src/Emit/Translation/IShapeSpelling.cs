namespace NetDsl.Emit;

/// <summary>How a format speaks of dims: Python has objects for them, JSON only sizes and axis names (contract 2.1, 2.2, 3.7).</summary>
internal interface IShapeSpelling
{
    /// <summary>One entry of <c>extern_data</c>.</summary>
    DictValue Input(InputNode input);

    /// <summary>The input with which another one shares a dynamic dim, if <c>extern_data</c> does not say so; else null.</summary>
    InputNode? LengthsOf(InputNode input);

    /// <summary>An axis of a tensor, as an option value.</summary>
    OptionValue Axis(Dim dim, Tensor of, LayerPlace place);

    /// <summary>The dims of a variable or constant.</summary>
    OptionValue StaticShape(Shape shape, LayerPlace place);

    /// <summary>States the feature dim that comes out: <c>out_dim</c> or <c>n_out</c>.</summary>
    void SetOutDim(LayerDraft layer, Dim dim);

    /// <summary>States dims that the layer makes and that need not be features.</summary>
    void SetMadeDims(LayerDraft layer, string option, OptionValue dims, LayerPlace place);

    /// <summary>States the feature dim that goes in: <c>in_dim</c>, or nothing where it is the only candidate.</summary>
    void SetInDim(LayerDraft layer, Dim dim, Tensor of, LayerPlace place);

    /// <summary>The axes along which a dropout draws one by one, as an option value.</summary>
    OptionValue DropoutAxes(SequenceValue axes, Tensor of, LayerPlace place);

    /// <summary>States a static dim that the layer makes, where RETURNN would make one of that size.</summary>
    void SetNewDim(LayerDraft layer, string option, Dim dim);

    /// <summary>States the dim that a loop runs over.</summary>
    void SetLoopAxis(LayerDraft layer, Dim axis, LayerPlace place);

    /// <summary>States which dims a <c>dot</c> sums over.</summary>
    void SetDotAxes(LayerDraft layer, Tensor left, Tensor right, Shape reduce, LayerPlace place);

    /// <summary>States the dims of the result, so that RETURNN verifies them.</summary>
    void SetOutShape(LayerDraft layer, Signature signature);

    /// <summary>Allows dims to be added to both operands.</summary>
    void SetBroadcast(LayerDraft layer);

    /// <summary>Checks that the dims a layer deals with can be told apart.</summary>
    void CheckDims(Shape dims, LayerPlace place);
}
