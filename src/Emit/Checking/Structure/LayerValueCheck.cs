using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Values that are of the right type and yet fail, or mean something that is easily overlooked.</summary>
internal sealed class LayerValueCheck(
    Config config,
    NetSource source,
    NetStructure structure,
    NetPlaces places,
    List<Diagnostic> diagnostics
)
{
    private const int MostFindings = 100;

    // Contract 7: what the default of each is depends on the behavior version.
    private const int NewBatchNorm = 12;

    private static readonly string[] dropouts = ["dropout", "attention_dropout"];

    private static readonly string[] reuseOptions =
    [
        "reuse_layer",
        "map",
        "custom",
        "auto_create_missing",
        "layer_output",
        "shape",
    ];

    private static readonly string[] versionedOptions =
    [
        "momentum",
        "update_sample_only_in_training",
        "delay_sample_update",
        "param_version",
        "masked_time",
    ];

    private readonly bool isTraining = config["task"] is null or NoneValue or StringValue { Value: "train" };
    private readonly bool isOld =
        config["behavior_version"] is null or NoneValue or IntegerValue && source.BehaviorVersion < NewBatchNorm;

    private readonly List<Diagnostic> found = [];

    internal void Run()
    {
        var updating = Upstream.WithClass(structure, "variable_assign");
        foreach (var layer in structure.Layers)
        {
            if (found.Count >= MostFindings)
            {
                break;
            }

            if (Catalog.Returnn.Layers.TryGetValue(layer.ClassName, out var known))
            {
                CheckDropout(layer, known);
            }

            CheckScale(layer, updating);
            CheckBatchNorm(layer);
            CheckReused(layer);
        }

        diagnostics.AddRange(found);
    }

    private void CheckDropout(NetLayer layer, LayerClass known)
    {
        foreach (var option in dropouts)
        {
            var rate = layer.Options[option] switch
            {
                IntegerValue number => number.Value,
                // What is not finite cannot be written anyway.
                RealValue { Value: var number } when double.IsFinite(number) => number,
                _ => 0,
            };
            if (rate is < 0 or >= 1 && known.Options.TryGet(option, out _))
            {
                // Without training dropout is never looked at.
                var finding = ConstructionDiagnostics.DropoutOutOfRange(places.Of(layer), option, rate);
                found.Add(isTraining && !layer.IsForSearch ? finding : finding with { Severity = Severity.Warning });
            }
        }
    }

    // A loss of scale 0 is one of the ways to run updates (contract 0.4).
    private void CheckScale(NetLayer layer, HashSet<NetLayer> updating)
    {
        var options = layer.Options["loss_opts"] as DictValue;
        if (
            layer.Options.IsOn("loss")
            && IsZero(options?["scale"] ?? layer.Options["loss_scale"])
            && !updating.Contains(layer)
        )
        {
            found.Add(NetLintDiagnostics.LossOfNoWeight(places.Of(layer)));
        }
    }

    private static bool IsZero(OptionValue? value) => value is IntegerValue { Value: 0 } or RealValue { Value: 0 };

    private void CheckBatchNorm(NetLayer layer)
    {
        if (isOld && layer.ClassName == "batch_norm")
        {
            var left = versionedOptions.Where(option => layer.Options[option] is null).ToList();
            if (left.Count > 0)
            {
                found.Add(NetLintDiagnostics.DefaultsOfOldVersion(places.Of(layer), left));
            }
        }
    }

    private void CheckReused(NetLayer layer)
    {
        if (layer.Options["reuse_params"] is not DictValue reused)
        {
            return;
        }

        var place = places.Of(layer);
        CheckReuse(reused, place.At("reuse_params"));
        if (reused["map"] is not DictValue map)
        {
            return;
        }

        var names = LayerParameters.NamesOf(layer);
        foreach (var (key, value) in map)
        {
            if (key is not StringValue { Value: var name })
            {
                continue;
            }

            if (names?.Contains(name, StringComparer.Ordinal) is false)
            {
                found.Add(NetLintDiagnostics.UnknownParameter(place, layer, name, names));
            }

            if (value is DictValue one)
            {
                CheckReuse(one, place.At("reuse_params").At("map").At(name));
            }
        }
    }

    // RETURNN hands all of it to ReuseParams, which takes these and nothing else (BASE:2497).
    private void CheckReuse(DictValue reused, CheckPlace place)
    {
        foreach (var (key, _) in reused)
        {
            if (key is StringValue { Value: var name } && !reuseOptions.Contains(name, StringComparer.Ordinal))
            {
                found.Add(SchemaDiagnostics.UnknownReuse(place, name, Catalog.Returnn.Nearest(name, reuseOptions)));
            }
        }
    }
}
