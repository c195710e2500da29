namespace NetDsl.Emit;

/// <summary>The names of RETURNN and Python that the reader understands (contract 2.2, 11).</summary>
internal static class PythonNames
{
    public const string Dim = "Dim";
    public const string SpatialDim = "SpatialDim";
    public const string FeatureDim = "FeatureDim";
    public const string BatchDim = "batch_dim";
    public const string ImplicitSparseDim = "ImplicitSparseDim";
    public const string ImplicitDynSizeDim = "ImplicitDynSizeDim";
    public const string Set = "set";
    public const string CeilDivRight = "ceildiv_right";
}
