namespace NetDsl.Emit;

/// <summary>All checks of what the layers of a net are to each other, one after the other.</summary>
internal static class StructureCheck
{
    /// <summary>Checks a net.</summary>
    /// <param name="target">The config around it.</param>
    /// <param name="source">What the net was read from.</param>
    /// <param name="structure">The net.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    internal static void Run(CheckTarget target, NetSource source, NetStructure structure, List<Diagnostic> diagnostics)
    {
        var places = new NetPlaces(target);
        new LayerNameCheck(structure, places, diagnostics).Run();
        new ReferenceCheck(source, structure, places, diagnostics).Run();
        new SubLayerCheck(structure, places, diagnostics).Run();
        new LoopExportCheck(structure, places, diagnostics).Run();
        new CycleCheck(structure, places, diagnostics).Run();
        new InnerOutputCheck(structure, places, diagnostics).Run();
        new LoopLengthCheck(structure, places, diagnostics).Run();
        new ConstructionCheck(target, structure, places, diagnostics).Run();
        new VariableSharingCheck(structure, places, diagnostics).Run();
        new LayerValueCheck(target.Config, source, structure, places, diagnostics).Run();
        new VariableReferenceCheck(structure, places, diagnostics).Run();
        new NeverRunsCheck(target.Config, structure, places, diagnostics).Run();
        new UnusedCheck(target.Config, source, structure, places, diagnostics).Run();
    }
}
