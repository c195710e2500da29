using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>Puts the configs of all stages of a net into one: a net for each, and the function that RETURNN asks for that of an epoch (contract 1.4).</summary>
internal static class GrowingConfig
{
    internal const string Function = "get_network";

    /// <summary>The config of the last stage, with the nets of those before it.</summary>
    /// <param name="stages">The first epoch of each, and its config; the last is that of the net itself.</param>
    /// <param name="diagnostics">Takes what becomes of the parameters, and what is impossible.</param>
    internal static Config Join(List<(int FirstEpoch, Net Net, Config Config)> stages, List<Diagnostic> diagnostics)
    {
        var last = stages[^1];
        for (var place = 0; place < stages.Count - 1; place++)
        {
            CheckSettings(stages[place], last.Net, last.Config, diagnostics);
        }

        stages = Merged(stages);
        var nets = new List<KeyValuePair<string, OptionValue>>();
        var choice = new StringBuilder("lambda epoch: ");
        var final = last.Config.Network;
        for (var place = 0; place < stages.Count; place++)
        {
            var (first, net, config) = stages[place];
            CheckInputs(first, net, config, last.Config, diagnostics);
            var layers = place == 0 ? config.Network : Grown(stages[place - 1].Config, first, net, config, diagnostics);
            if (place == stages.Count - 1)
            {
                choice.Append(NetShape.Network);
                final = layers;
                break;
            }

            var name = NetShape.Network + "_" + first.ToString(CultureInfo.InvariantCulture);
            nets.Add(new(name, layers));
            choice.Append(CultureInfo.InvariantCulture, $"{name} if epoch < {stages[place + 1].FirstEpoch} else ");
        }

        if (nets.Count == 0)
        {
            return last.Config;
        }

        var entries = last.Config.Entries.ToBuilder();
        var at = entries.ToList().FindIndex(entry => entry.Key == NetShape.Network);
        entries[at] = new(NetShape.Network, final);
        entries.InsertRange(at + 1, [new(Function, OptionValue.Code(choice.ToString()))]);
        entries.InsertRange(at, nets);
        return last.Config with { Entries = entries.ToImmutable() };
    }

    // What is written alike is the same net, whatever its dims are.
    private static List<(int FirstEpoch, Net Net, Config Config)> Merged(
        List<(int FirstEpoch, Net Net, Config Config)> stages
    )
    {
        var kept = new List<(int FirstEpoch, Net Net, Config Config)>();
        var before = "";
        foreach (var (first, net, config) in stages)
        {
            var text = TextOf(config);
            var since = text == before ? kept[^1].FirstEpoch : first;
            if (text == before)
            {
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add((since, net, config));
            before = text;
        }

        return kept;
    }

    private static string TextOf(Config config)
    {
        var entries = config.Entries.Where(entry => entry.Key is NetShape.Network or "extern_data");
        return ConfigWriter.Write(
            new("stage", [.. entries]),
            new(ConfigFormat.Python, Template: null, TemplatePath: null, Header: false),
            []
        );
    }

    private static DictValue Grown(Config before, int first, Net net, Config config, List<Diagnostic> diagnostics)
    {
        var plan = GrowthPlan.Of(
            before,
            config,
            (layer, name, why) => GrowthDiagnostics.Impossible(net, first, layer, name, why),
            diagnostics
        );
        diagnostics.Add(GrowthDiagnostics.Plan(net, first, plan));
        // Otherwise RETURNN keeps nothing of a parameter of another size.
        return plan.Resized.Length > 0 ? config.Network.With("#copy_param_mode", "subset") : config.Network;
    }

    private static void CheckInputs(int first, Net net, Config config, Config last, List<Diagnostic> diagnostics)
    {
        if (config["extern_data"] is not DictValue inputs || last["extern_data"] is not DictValue known)
        {
            return;
        }

        foreach (var (key, input) in inputs)
        {
            var name = ((StringValue)key).Value;
            if (known[name] != input)
            {
                diagnostics.Add(GrowthDiagnostics.OtherInput(net, first, name));
            }
        }
    }

    // A stage without a Training says nothing of it.
    private static void CheckSettings(
        (int FirstEpoch, Net Net, Config Config) stage,
        Net last,
        Config known,
        List<Diagnostic> diagnostics
    )
    {
        if (stage.Net.Name != last.Name)
        {
            diagnostics.Add(GrowthDiagnostics.OtherName(stage.Net, stage.FirstEpoch, last));
        }

        if (stage.Net.Training is null)
        {
            return;
        }

        var others = stage
            .Config.Entries.Concat(known.Entries)
            .Select(entry => entry.Key)
            .Distinct(StringComparer.Ordinal)
            .Where(key => key is not (NetShape.Network or "extern_data") && stage.Config[key] != known[key])
            .ToList();
        if (others.Count > 0)
        {
            diagnostics.Add(GrowthDiagnostics.OtherSettings(stage.Net, stage.FirstEpoch, others));
        }
    }
}
