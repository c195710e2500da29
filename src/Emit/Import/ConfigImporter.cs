namespace NetDsl.Emit;

/// <summary>From the text of a config to a C# model that emits it again.</summary>
public static class ConfigImporter
{
    /// <summary>Reads a config and writes it as a model. Python is never started.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="path">Where it comes from: its end says which language it is, as in RETURNN, and its name is the model's.</param>
    /// <param name="options">The form of the model.</param>
    public static ImportedModel Import(string text, string path, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        var diagnostics = new List<Diagnostic>();
        var imported = ConfigReader.Read(text, path, diagnostics);
        if (imported is null || diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error))
        {
            return new("", [.. diagnostics]);
        }

        ReportCode(imported, diagnostics);
        return new(ModelWriter.Write(imported, options), [.. diagnostics]);
    }

    private static void ReportCode(ImportedConfig imported, List<Diagnostic> diagnostics)
    {
        var location = imported.Locations.Find(NetShape.Network);
        var cause = imported.Problems.GetValueOrDefault(NetShape.Network);
        switch (imported.Config[NetShape.Network])
        {
            case null:
                diagnostics.Add(ImportDiagnostics.NoNet(imported.Locations.At(0)));
                break;
            case CodeValue:
                diagnostics.Add(ImportDiagnostics.NetOfCode(location, cause));
                break;
            default:
                if (imported.ChangedByCode.Contains(NetShape.Network))
                {
                    diagnostics.Add(ImportDiagnostics.NetOfCode(location, cause));
                }

                break;
        }

        foreach (var asked in imported.Asked.DistinctBy(asked => asked.Name))
        {
            diagnostics.Add(ImportDiagnostics.AskedOutside(asked.Location, asked.Name));
        }

        var code = ModelWriter.StatementsOf(imported).Select(statement => statement.Text);
        foreach (var dim in imported.Dims.Where(dim => code.Any(text => NameInCode.IsIn(text, dim.Name))))
        {
            diagnostics.Add(ImportDiagnostics.DimInCode(dim.Location, dim.Name));
        }
    }
}
