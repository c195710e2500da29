namespace NetDsl.Reference;

/// <summary>The options of a batch norm, with RETURNN's defaults, which depend on the behavior version (contract 7).</summary>
internal sealed record BatchNormSettings
{
    private const int NewDefaultsFrom = 12;

    // TensorFlow's fused operation takes no less.
    private const double LeastFusedEpsilon = 1.001e-5;

    private BatchNormSettings(Func<string, OptionValue?> option, int behaviorVersion)
    {
        var isNew = behaviorVersion >= NewDefaultsFrom;
        bool Flag(string name, bool otherwise) =>
            option(name) is { } value ? NetDsl.Layers.LayerCall.IsTrue(value) : otherwise;
        double Number(string name, double otherwise) => Numbers.Of(option(name)) ?? otherwise;
        Version = NetDsl.Layers.LayerCall.IntegerOf(option("param_version")) ?? (isNew ? 2 : 0);
        Momentum = Number("momentum", isNew ? 0.1 : 0.99);
        HasScale = Flag("use_std", otherwise: true);
        HasShift = Flag("use_shift", otherwise: true);
        Blend = Number("use_sample", 0);
        BlendsAlways = Flag("force_sample", otherwise: false);
        LeavesOutPadding = Flag("masked_time", otherwise: !isNew);
        UpdatesInTrainingOnly = Flag("update_sample_only_in_training", isNew);
        UpdatesLater = Flag("delay_sample_update", isNew);
        IsFused = Version >= 2 && !LeavesOutPadding && HasScale && HasShift && Blend == 0 && !BlendsAlways;
        var epsilon = Number("epsilon", 1e-3);
        Epsilon = IsFused ? Math.Max(epsilon, LeastFusedEpsilon) : epsilon;
    }

    /// <summary>Which names the variables have.</summary>
    internal int Version { get; }

    /// <summary>The weight of a batch in the running statistics.</summary>
    internal double Momentum { get; }

    internal double Epsilon { get; }

    internal bool HasScale { get; }

    internal bool HasShift { get; }

    /// <summary>In training, the weight of the running statistics beside those of the batch.</summary>
    internal double Blend { get; }

    /// <summary>Whether it is blended outside of training, too; otherwise the running statistics count there alone.</summary>
    internal bool BlendsAlways { get; }

    internal bool LeavesOutPadding { get; }

    internal bool UpdatesInTrainingOnly { get; }

    /// <summary>Whether what is normalised with is read before the update.</summary>
    internal bool UpdatesLater { get; }

    /// <summary>Whether RETURNN takes TensorFlow's fused operation, which knows of less (BASE:1863).</summary>
    internal bool IsFused { get; }

    /// <summary>Those of a layer, or of its option <c>batch_norm</c>.</summary>
    internal static BatchNormSettings Of(LayerStep step)
    {
        var isLayer = step.Call.LayerClass == "batch_norm";
        var options = step.Call.Option("batch_norm") as DictValue ?? DictValue.Empty;
        OptionValue? Option(string name) =>
            isLayer ? step.Call.Option(name)
            : options[name] is NoneValue ? null
            : options[name];
        return new(Option, step.Call.BehaviorVersion);
    }

    /// <summary>The name of a variable below the layer's scope.</summary>
    internal string NameOf(string layer, string role) =>
        Version switch
        {
            0 => $"batch_norm/{layer}_{layer}_output_{role}",
            1 => $"batch_norm/{role}",
            _ => $"batch_norm/v2_{role}",
        };
}
