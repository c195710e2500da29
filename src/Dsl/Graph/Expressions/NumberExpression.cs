namespace NetDsl;

/// <summary>A number known when the model is written.</summary>
internal sealed record NumberExpression(OptionValue Value) : Expression;
