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
        var graph = net.Build();
        var diagnostics = new List<Diagnostic>(graph.Diagnostics);
        var (lowered, report) = Lowerer.Lower(graph, options, diagnostics);
        IShapeSpelling spelling =
            options.Format == ConfigFormat.Json ? new JsonShapes(diagnostics) : new PythonShapes(graph.Inputs);
        var layers = NetTranslator.Translate(lowered, spelling, diagnostics);
        var config = ConfigBuilder.Build(graph, spelling, layers);
        var text = Write(config, options, diagnostics);
        return diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error)
            ? throw new ModelException(diagnostics)
            : new Emission(text, config, [.. diagnostics], report);
    }

    // A gate: with an error before it, the text would be that of a wrong net.
    private static string Write(Config config, EmitOptions options, List<Diagnostic> diagnostics)
    {
        var write = new WriteOptions(options.Format, options.Template, TemplatePath: null, options.Header);
        return ConfigWriter.Write(config, write, diagnostics);
    }
}
