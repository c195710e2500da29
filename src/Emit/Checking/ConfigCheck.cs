using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// Compares a config with RETURNN's schema: what RETURNN would refuse when it builds the net is an error here, what it would
/// ignore without a word a warning. Knows names and types, not dims. Code and types that are not known are never complained of.
/// </summary>
internal sealed class ConfigCheck
{
    private static readonly string[] datasetKeys = ["train", "dev", "eval", "forward_data", "search_data"];

    private readonly OptionCheck options;
    private readonly NetCheck nets;
    private readonly DatasetCheck datasets;
    private readonly List<Diagnostic> diagnostics;

    private ConfigCheck(
        int behaviorVersion,
        IReadOnlyDictionary<string, SourceLocation> locations,
        List<Diagnostic> diagnostics
    )
    {
        this.diagnostics = diagnostics;
        options = new(Catalog.Returnn, diagnostics);
        nets = new(Catalog.Returnn, options, behaviorVersion, locations, diagnostics);
        datasets = new(Catalog.Returnn, options, diagnostics);
    }

    /// <summary>Checks a config.</summary>
    /// <param name="config">The config.</param>
    /// <param name="locations">The user's line of each layer of the root, where it is known.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    internal static void Run(
        Config config,
        IReadOnlyDictionary<string, SourceLocation> locations,
        List<Diagnostic> diagnostics
    )
    {
        // What code makes of it is not known; then nothing that depends on it is asked for.
        var version = config["behavior_version"] is IntegerValue number ? (int)Math.Clamp(number.Value, 0, 1000) : 0;
        new ConfigCheck(version, locations, diagnostics).Run(config);
    }

    private void Run(Config config)
    {
        foreach (var (key, value) in config.Entries)
        {
            switch (key)
            {
                case NetShape.Network:
                    CheckNetwork(value);
                    break;
                case "extern_data":
                    CheckData(value);
                    break;
                case "optimizer":
                    new OptimizerCheck(Catalog.Returnn, options, diagnostics).Check(value);
                    break;
                case "eval_datasets":
                    CheckEvalDatasets(value);
                    break;
                default:
                    CheckKey(key, value);
                    break;
            }
        }
    }

    private void CheckNetwork(OptionValue value)
    {
        if (value is DictValue net)
        {
            nets.CheckRoot(net);
        }
    }

    private void CheckData(OptionValue value)
    {
        if (value is not DictValue inputs)
        {
            return;
        }

        foreach (var (key, input) in inputs)
        {
            if (key is StringValue name && input is DictValue dict)
            {
                options.CheckData(
                    dict,
                    new($"the input {SchemaDiagnostics.Quote(name.Value)}", null, SourceLocation.None)
                );
            }
        }
    }

    private void CheckEvalDatasets(OptionValue value)
    {
        if (value is not DictValue several)
        {
            return;
        }

        foreach (var (key, dataset) in several)
        {
            if (key is StringValue name)
            {
                datasets.Check(name.Value, dataset);
            }
        }
    }

    private void CheckKey(string key, OptionValue value)
    {
        if (Catalog.Returnn.Keys.TryGetValue(key, out var known))
        {
            var place = new CheckPlace("the config", null, SourceLocation.None);
            options.CheckValue(new(key, known.Type) { Words = known.Words }, value, place);
            if (datasetKeys.AsSpan().Contains(key))
            {
                datasets.Check(key, value);
            }
        }
        else if (value is not DimValue && Near(key) is { } meant)
        {
            diagnostics.Add(SchemaDiagnostics.MisspeltKey(key, meant));
        }
    }

    // Users have names of their own; only what is hardly one is worth a word.
    private static string? Near(string key) =>
        key.Length < 3 || key.StartsWith('_')
            ? null
            : NearMiss.Find(key, Catalog.Returnn.Keys.Keys, limit: key.Length < 7 ? 1 : 2);
}
