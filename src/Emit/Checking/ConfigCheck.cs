namespace NetDsl.Emit;

/// <summary>All checks of a config, one after the other; each goes through the same config and adds what it finds.</summary>
internal static class ConfigCheck
{
    /// <summary>Checks a config.</summary>
    /// <param name="target">The config.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    internal static void Run(CheckTarget target, List<Diagnostic> diagnostics)
    {
        SchemaCheck.Run(target, diagnostics);
        if (target.Config[NetShape.Network] is DictValue)
        {
            var source = NetSource.Of(target.Config);
            var structure = NetStructure.Read(source);
            StructureCheck.Run(target, source, structure, diagnostics);
            InferenceCheck.Run(target, structure, diagnostics);
        }
    }
}
