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
            InferenceCheck.Run(target, structure, diagnostics);
        }
    }
}
