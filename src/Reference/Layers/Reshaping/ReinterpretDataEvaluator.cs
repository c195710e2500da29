namespace NetDsl.Reference;

/// <summary><c>reinterpret_data</c>: the same numbers with other axes or marks.</summary>
internal sealed class ReinterpretDataEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [
        .. SourceOptions.All,
        "enforce_batch_major",
        "enforce_time_major",
        "switch_axes",
        "set_axes",
        "set_dim_tags",
        "size_base",
        "batch_dim_base",
        "set_sparse",
        "set_sparse_dim",
        "increase_sparse_dim",
    ];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input)
        {
            return null;
        }

        return step.Call.Flag("enforce_batch_major") ? input.Value.Move(input.Type.BatchIndex!.Value, 0)
            : step.Call.Flag("enforce_time_major") ? input.Value.Move(input.Type.TimeIndex!.Value, 0)
            : input.Value;
    }
}
