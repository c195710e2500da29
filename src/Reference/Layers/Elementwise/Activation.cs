namespace NetDsl.Reference;

/// <summary>The option <c>activation</c> of many classes.</summary>
internal static class Activation
{
    /// <summary>The function of the layer applied; null if it is not known, and the step then says so.</summary>
    /// <param name="step">The layer.</param>
    /// <param name="value">The numbers.</param>
    /// <param name="feature">The axis of softmax.</param>
    /// <param name="option">The option that names the function.</param>
    internal static Value? Apply(LayerStep step, Value value, int? feature, string option = "activation") =>
        step.Call.Text(option) switch
        {
            null => step.Call.Has(option) ? step.Refuse(option) : value,
            "identity" => value,
            "softmax" when feature is { } axis => value.Softmax(axis),
            "log_softmax" when feature is { } axis => value.LogSoftmax(axis),
            var name => Unary.Named(name) is { } function ? value.Apply(function) : step.Refuse(option),
        };
}
