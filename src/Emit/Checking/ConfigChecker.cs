namespace NetDsl.Emit;

/// <summary>Checks configs, whoever wrote them.</summary>
public static class ConfigChecker
{
    /// <summary>Reads and checks the text of a config; findings point into the text. Python is never started.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="path">Where it comes from; its end says which language it is, as in RETURNN.</param>
    public static CheckReport Check(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        return Check(text, path, areNamesItsOwn: true);
    }

    /// <summary>
    /// Checks what was emitted as if it came from somewhere else. Emitting has reported what is wrong with the model: an error
    /// that is left is one of NetDsl.
    /// </summary>
    public static CheckReport Check(Emission emission)
    {
        ArgumentNullException.ThrowIfNull(emission);
        if (emission.Text.Length > ImportLimits.LongestText)
        {
            return new([]);
        }

        var isJson = emission.Text.StartsWith('{');
        // Names in code that the model gives may be defined where the text is put.
        return Check(emission.Text, emission.Config.Name + (isJson ? ".json" : ".py"), areNamesItsOwn: false);
    }

    private static CheckReport Check(string text, string path, bool areNamesItsOwn)
    {
        var diagnostics = new List<Diagnostic>();
        var imported = ConfigReader.Read(text, path, diagnostics);
        if (imported is not null && !diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error))
        {
            // What is read in spite of errors is a guess, and complaints about it would be, too.
            Check(imported, diagnostics);
            if (areNamesItsOwn)
            {
                CheckNames(imported, diagnostics);
            }
        }

        return new([.. diagnostics.OrderBy(d => d.Location.Line).ThenBy(d => d.Location.Column)]);
    }

    private static void CheckNames(ImportedConfig imported, List<Diagnostic> diagnostics)
    {
        foreach (var (use, meant) in imported.BoundNames?.Unbound(imported.UnknownNames) ?? [])
        {
            diagnostics.Add(ImportDiagnostics.UnboundName(use.Location, use.Name, meant));
        }
    }

    private static void Check(ImportedConfig imported, List<Diagnostic> diagnostics)
    {
        var names = new ReadNames(imported);
        var config = TrustedValues.Of(imported);
        var target = new CheckTarget(config, new TextPlaces(imported.Locations))
        {
            IsRead = names.Contains,
            MayBind = name => imported.BoundNames?.MayBind(name) is true,
            RaisesRecursionLimit = names.Contains("setrecursionlimit"),
        };
        ConfigCheck.Run(target, diagnostics);
        if (config[NetShape.Network] is CodeValue)
        {
            diagnostics.Add(ImportDiagnostics.NotChecked(imported.Locations.Find(NetShape.Network), NetShape.Network));
        }
    }
}
