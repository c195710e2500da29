namespace NetDsl.Layers;

/// <summary>A class with a net inside that runs once for each entry of an axis.</summary>
internal interface ILoopShape : INestingShape
{
    /// <summary>What the net inside loops over, which has to be known before its layers are inferred; null if it cannot be known.</summary>
    LoopExtent? Loop(LayerCall call);
}
