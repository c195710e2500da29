namespace NetDsl.Emit;

/// <summary>The names of RETURNN and Python that the reader understands (contract 2.2, 11) besides those of <see cref="PythonImports"/>.</summary>
internal static class PythonNames
{
    public const string SpatialDim = "SpatialDim";
    public const string FeatureDim = "FeatureDim";
    public const string Set = "set";
    public const string DivLeft = "div_left";
    public const string CeilDivRight = "ceildiv_right";
    public const string CeilDivLeft = "ceildiv_left";
}
