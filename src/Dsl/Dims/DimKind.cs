namespace NetDsl;

/// <summary>What an axis stands for; RETURNN treats the three differently (contract 2.2).</summary>
public enum DimKind
{
    /// <summary>The batch axis: sequences of one mini-batch.</summary>
    Batch,

    /// <summary>Time, space, or any other axis that is not a feature vector.</summary>
    Spatial,

    /// <summary>The axis that linear maps and normalisations work on.</summary>
    Feature,
}
