using System.Collections.Frozen;

namespace NetDsl.Emit;

/// <summary>The names a Python config imports from RETURNN (contract 2.2): only those it uses.</summary>
internal static class PythonImports
{
    /// <summary>The class of dims.</summary>
    public const string Dim = "Dim";

    /// <summary>The batch axis.</summary>
    public const string BatchDim = "batch_dim";

    /// <summary>The class of <see cref="DimMark.ImplicitDynSize"/>.</summary>
    public const string ImplicitDynSizeDim = "ImplicitDynSizeDim";

    /// <summary>The class of <see cref="DimMark.ImplicitSparse"/>.</summary>
    public const string ImplicitSparseDim = "ImplicitSparseDim";

    // Never imported, but people write it in code values: nothing else may have this name.
    private const string SingleStepDim = "single_step_dim";

    /// <summary>Names that nothing else in the file may have.</summary>
    public static FrozenSet<string> Names { get; } =
        FrozenSet.Create(StringComparer.Ordinal, Dim, BatchDim, SingleStepDim, ImplicitDynSizeDim, ImplicitSparseDim);

    /// <summary>The class that says a mark, or null for an ordinary axis.</summary>
    public static string? MarkOf(DimMark mark) =>
        mark switch
        {
            DimMark.None => null,
            DimMark.ImplicitSparse => ImplicitSparseDim,
            DimMark.ImplicitDynSize => ImplicitDynSizeDim,
            _ => throw new InvalidOperationException($"Python has no word for {mark}."),
        };

    /// <summary>The import lines that a config with these dims needs.</summary>
    public static string Lines(DimTable dims)
    {
        List<string> plain = [];
        if (dims.HasPlainDims)
        {
            plain.Add(Dim);
        }

        if (dims.HasBatch)
        {
            plain.Add(BatchDim);
        }

        List<string> marks = [];
        if (dims.HasMark(DimMark.ImplicitDynSize))
        {
            marks.Add(ImplicitDynSizeDim);
        }

        if (dims.HasMark(DimMark.ImplicitSparse))
        {
            marks.Add(ImplicitSparseDim);
        }

        return Line("returnn.tensor", plain) + Line("returnn.tensor.marked_dim", marks);
    }

    private static string Line(string module, List<string> names) =>
        names.Count == 0 ? "" : $"from {module} import {string.Join(", ", names)}\n";
}
