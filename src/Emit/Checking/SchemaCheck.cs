using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// Compares a config with RETURNN's schema: what RETURNN would refuse when it builds the net is an error here, what it would
/// ignore without a word a warning. Knows names and types, not dims. Code and types that are not known are never complained of.
/// </summary>
internal sealed class SchemaCheck
{
    // In a key of so many letters there may be two wrong ones.
    private const int LongKey = 10;

    private static readonly string[] datasetKeys = ["train", "dev", "eval", "forward_data", "search_data"];

    // More names of their own have only texts that are made to take time.
    private const int MostNames = 10_000;

    private readonly CheckTarget target;
    private readonly CheckPlace top;
    private readonly OptionCheck options;
    private readonly TensorCheck tensors;
    private readonly NetCheck nets;
    private readonly DatasetCheck datasets;
    private readonly OptimizerCheck optimizers;
    private readonly int behaviorVersion;
    private readonly Lazy<HashSet<string>> given;
    private readonly List<Diagnostic> diagnostics;
    private int namesOfTheUser;

    private SchemaCheck(CheckTarget target, int behaviorVersion, List<Diagnostic> diagnostics)
    {
        this.target = target;
        this.diagnostics = diagnostics;
        given = new(() => target.Config.Entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal));
        top = new("the config", null, null, target.Places);
        options = new(Catalog.Returnn, behaviorVersion, diagnostics);
        tensors = new(Catalog.Returnn, options, diagnostics);
        nets = new(Catalog.Returnn, options, tensors, behaviorVersion, diagnostics);
        this.behaviorVersion = behaviorVersion;
        optimizers = new(Catalog.Returnn, options, diagnostics);
        datasets = new(Catalog.Returnn, options, diagnostics);
    }

    /// <summary>Checks a config.</summary>
    /// <param name="target">The config.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    internal static void Run(CheckTarget target, List<Diagnostic> diagnostics)
    {
        // What code makes of it is not known; then nothing that depends on it is asked for.
        var version = target.Config["behavior_version"] is IntegerValue number
            ? (int)Math.Clamp(number.Value, 0, 1000)
            : 0;
        new SchemaCheck(target, version, diagnostics).Run();
    }

    private void Run()
    {
        foreach (var (key, value) in target.Config.Entries)
        {
            switch (key)
            {
                case NetShape.Network:
                    CheckNetwork(key, value);
                    break;
                case "extern_data":
                    CheckInputs(key, value);
                    break;
                case "optimizer":
                    optimizers.Check(value, target, top);
                    break;
                case "eval_datasets":
                    CheckEvalDatasets(key, value);
                    break;
                default:
                    CheckKey(key, value);
                    break;
            }
        }

        optimizers.CheckOldKeys(target.Config, behaviorVersion, top);
        CheckEngine();
    }

    // What was run, or is the only reading of the source (contract 0.1, 1.3).
    private void CheckEngine()
    {
        if (target.Config[NetShape.Network] is not DictValue { Count: > 0 })
        {
            return;
        }

        if (target.Config["backend"] is StringValue { Value: "tensorflow" })
        {
            diagnostics.Add(SchemaDiagnostics.OtherEngine(top));
        }

        if (target.Config["flat_net_construction"] is BoolValue { Value: true })
        {
            diagnostics.Add(SchemaDiagnostics.FlatConstruction(top));
        }
    }

    private void CheckNetwork(string key, OptionValue value)
    {
        if (value is DictValue { Count: > 0 } net)
        {
            nets.CheckRoot(net, top.At(key));
        }
        else if (value is DictValue)
        {
            // get_network makes another one for each epoch.
            if (!target.MayBind("get_network"))
            {
                diagnostics.Add(SchemaDiagnostics.NoLayers(top.At(key)));
            }
        }
        else
        {
            options.CheckValue(new(key, new(ValueKinds.Dict)), value, top);
        }
    }

    private void CheckInputs(string key, OptionValue value)
    {
        if (value is DictValue inputs)
        {
            tensors.CheckInputs(inputs, top.At(key));
        }
        else
        {
            options.CheckValue(new(key, new(ValueKinds.Dict)), value, top);
        }
    }

    private void CheckEvalDatasets(string outer, OptionValue value)
    {
        if (value is not DictValue several)
        {
            return;
        }

        foreach (var (key, dataset) in several)
        {
            if (key is StringValue name)
            {
                datasets.Check(name.Value, dataset, top.At(outer).At(name.Value));
            }
        }
    }

    private void CheckKey(string key, OptionValue value)
    {
        if (Catalog.Returnn.Keys.TryGetValue(key, out var known))
        {
            options.CheckValue(new(key, known.Type) { Words = known.Words }, value, top);
            if (datasetKeys.AsSpan().Contains(key))
            {
                datasets.Check(key, value, top.At(key));
            }
        }
        else if (value is not DimValue && namesOfTheUser++ < MostNames && Near(key) is { } meant && !target.IsRead(key))
        {
            diagnostics.Add(SchemaDiagnostics.MisspeltKey(top, key, meant));
        }
    }

    // Users have names of their own; only what is hardly one is worth a word. What is given already was hardly meant again.
    private string? Near(string key) =>
        key.Length < 2 || key.StartsWith('_') || key.All(char.IsAsciiLetterUpper)
            ? null
            : Catalog.Returnn.Nearest(
                key,
                Catalog.Returnn.Keys.Keys.Where(known => !given.Value.Contains(known)),
                limit: key.Length < LongKey ? 1 : 2
            );
}
