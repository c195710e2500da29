namespace NetDsl.Reference;

/// <summary><c>batch_norm</c>: features normalised over all other axes.</summary>
internal sealed class BatchNormEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [
        .. SourceOptions.All,
        "momentum",
        "epsilon",
        "use_shift",
        "use_std",
        "use_sample",
        "force_sample",
        "update_sample_only_in_training",
        "delay_sample_update",
        "param_version",
        "masked_time",
    ];

    public Value? Evaluate(LayerStep step) => step.Input() is { } input ? BatchNormalization.Of(step, input) : null;
}
