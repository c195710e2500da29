namespace NetDsl.Emit;

/// <summary>From a recorded net to the text of a config.</summary>
public static class ConfigEmitter
{
    /// <summary>The names of the lowering rules, for <see cref="EmitOptions.RulesOff"/>.</summary>
    public static IReadOnlyList<string> RuleNames => Lowerer.RuleNames;

    /// <summary>Emits one net: verify, lower, name, write, each stage after the other.</summary>
    /// <param name="net">The net; nothing can be recorded in it afterwards.</param>
    /// <param name="options">Format and form.</param>
    /// <exception cref="ModelException">The model has errors, or the format cannot say it; nothing is emitted.</exception>
    public static Emission Emit(Net net, EmitOptions options)
    {
        if (net.Written is { } written)
        {
            return EmitWritten(net, written, options);
        }

        var diagnostics = new List<Diagnostic>();
        var targets = new List<CheckTarget>();
        var (config, locations, report) = Stages(net, options, diagnostics, targets);
        var text = Write(config, locations, options, diagnostics);
        foreach (var target in targets)
        {
            // After the writer: dims that a format cannot say would be found wrong once more.
            ConfigCheck.Run(target, diagnostics);
        }

        if (options.IsComputedOnly)
        {
            diagnostics.RemoveAll(TranslationDiagnostics.IsOfDepth);
        }

        return diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error)
            ? throw new ModelException(diagnostics)
            : new Emission(text, config, [.. diagnostics], report) { Lines = locations };
    }

    // A method of its own: nothing of the graph, which is as large as the text, is held while that is written.
    private static (Config Config, IReadOnlyDictionary<string, SourceLocation> Locations, LoweringReport Report) Stages(
        Net net,
        EmitOptions options,
        List<Diagnostic> diagnostics,
        List<CheckTarget> targets
    )
    {
        var stages = new List<(int FirstEpoch, Net Net, Config Config)>();
        foreach (var (epoch, earlier) in net.Earlier)
        {
            stages.Add((epoch, earlier, Stage(earlier, options, diagnostics, targets).Config));
        }

        var last = Stage(net, options, diagnostics, targets);
        if (stages.Count == 0)
        {
            return last;
        }

        stages.Add((net.FirstEpoch, net, last.Config));
        var config = GrowingConfig.Join(stages, diagnostics);
        if (options.Format == ConfigFormat.Json && config[GrowingConfig.Function] is not null)
        {
            diagnostics.Add(GrowthDiagnostics.NotInJson(net));
            throw new ModelException(diagnostics);
        }

        return (config, last.Locations, last.Report);
    }

    private static (Config Config, IReadOnlyDictionary<string, SourceLocation> Locations, LoweringReport Report) Stage(
        Net net,
        EmitOptions options,
        List<Diagnostic> diagnostics,
        List<CheckTarget> targets
    )
    {
        var graph = net.Build();
        diagnostics.AddRange(graph.Diagnostics);
        var lowered = new LoweredGraph(graph);
        var live = new Liveness(lowered);
        DeadParameters.Report(graph, live, diagnostics);
        var report = Lowerer.Lower(lowered, live, options, diagnostics);
        IShapeSpelling spelling =
            options.Format == ConfigFormat.Json
                ? new JsonShapes(graph.Inputs, diagnostics)
                : new PythonShapes(graph.Inputs);
        var translated = NetTranslator.Translate(lowered, spelling, diagnostics);
        var config = ConfigBuilder.Build(graph, spelling, translated.Layers);
        targets.Add(new(config, new LayerLines(translated.Locations)));
        return (config, translated.Locations, report);
    }

    // Who writes a config down says what RETURNN gets, also that of another day: what the check finds does not keep it from being written.
    private static Emission EmitWritten(Net net, WrittenNet written, EmitOptions options)
    {
        var config = new Config(net.Name, written.Entries) { Statements = written.Statements, IsWritten = true };
        var locations = written.Locations.ToDictionary(StringComparer.Ordinal);
        var findings = new List<Diagnostic>();
        var target = new CheckTarget(config, new LayerLines(locations));
        ConfigCheck.Run(
            // Code may read and bind any name.
            written.Statements.IsEmpty
                ? target
                : target with
                {
                    IsRead = _ => true,
                    MayBind = _ => true,
                    RaisesRecursionLimit = true,
                },
            findings
        );
        List<Diagnostic> diagnostics =
        [
            .. findings.Select(finding =>
                finding.Severity == Severity.Error ? finding with { Severity = Severity.Warning } : finding
            ),
        ];
        var text = Write(config, locations, options, diagnostics);
        return diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error)
            ? throw new ModelException(diagnostics)
            : new Emission(text, config, [.. diagnostics], new LoweringReport([]));
    }

    // The writer knows layers by name only; the user wants the line that made them.
    private static string Write(
        Config config,
        IReadOnlyDictionary<string, SourceLocation> locations,
        EmitOptions options,
        List<Diagnostic> diagnostics
    )
    {
        var found = new List<Diagnostic>();
        var write = new WriteOptions(options.Format, options.Template, options.TemplatePath, options.Header);
        var text = ConfigWriter.Write(config, write, found);
        foreach (var diagnostic in found)
        {
            var isLocated = locations.TryGetValue(diagnostic.Layer ?? "", out var location);
            diagnostics.Add(isLocated ? diagnostic with { Location = location } : diagnostic);
        }

        return text;
    }
}
