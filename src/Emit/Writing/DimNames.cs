namespace NetDsl.Emit;

/// <summary>What each dim is called in a Python config: its variable, and the description that RETURNN shows.</summary>
internal sealed class DimNames
{
    // The descriptions of RETURNN's own batch_dim and single_step_dim.
    private static readonly string[] takenDescriptions = ["batch", "single-step"];

    private readonly Dictionary<Dim, string> variables = [];
    private readonly Dictionary<Dim, string> descriptions = [];

    private DimNames() { }

    /// <summary>Names all dims of a config.</summary>
    /// <param name="dims">In the order of declaration; earlier ones get the plain names.</param>
    /// <param name="keys">The top-level keys: every global of the file is a config option, so a dim must not take such a name (contract 1.1).</param>
    public static DimNames Of(IEnumerable<Dim> dims, IEnumerable<string> keys)
    {
        var names = new DimNames();
        var freeVariables = new UniqueNames(keys.Concat(PythonImports.Names));
        var freeDescriptions = new UniqueNames(takenDescriptions);
        foreach (var dim in dims)
        {
            names.variables.Add(dim, freeVariables.Take(PythonIdentifier.DimStem(dim), PythonIdentifier.DimSuffix));

            // RETURNN sorts dims by description and fails on equal ones (contract 2.2); derived dims get theirs from RETURNN.
            if (dim.Expression is null)
            {
                names.descriptions.Add(dim, freeDescriptions.Take(dim.Name, ""));
            }
        }

        return names;
    }

    /// <summary>The Python expression for a dim: a variable, or the imported batch dim.</summary>
    public string VariableOf(Dim dim) => dim.Kind == DimKind.Batch ? PythonImports.BatchDim : variables[dim];

    /// <summary>The description of a dim that is not derived.</summary>
    public string DescriptionOf(Dim dim) => descriptions[dim];
}
