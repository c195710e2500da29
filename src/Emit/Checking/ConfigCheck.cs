namespace NetDsl.Emit;

/// <summary>All checks of a config, one after the other; each goes through the same config and adds what it finds.</summary>
internal static class ConfigCheck
{
    /// <summary>Checks a config.</summary>
    /// <param name="target">The config.</param>
    /// <param name="diagnostics">Takes the findings. Where errors are there already, only the schema is checked: the rest would follow from them.</param>
    internal static void Run(CheckTarget target, List<Diagnostic> diagnostics)
    {
        var isSound = !diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);
        SchemaCheck.Run(target, diagnostics);
        if (isSound && target.Config[NetShape.Network] is DictValue)
        {
            var source = NetSource.Of(target.Config);
            var structure = NetStructure.Read(source);
            StructureCheck.Run(target, source, structure, diagnostics);
            InferenceCheck.Run(target, source, structure, diagnostics);
            Soften(structure, diagnostics);
        }
    }

    // What RETURNN never builds it never refuses. Where it would build nothing at all, the net is not whole yet.
    private static void Soften(NetStructure structure, List<Diagnostic> diagnostics)
    {
        if (structure.Layers.Count == 0 || structure.Unbuilt.Count == 0)
        {
            return;
        }

        var unbuilt = structure.Unbuilt.Select(layer => layer.Path).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < diagnostics.Count; index++)
        {
            if (diagnostics[index] is { Severity: Severity.Error, Layer: { } path } && unbuilt.Contains(path))
            {
                diagnostics[index] = diagnostics[index] with { Severity = Severity.Warning };
            }
        }
    }
}
