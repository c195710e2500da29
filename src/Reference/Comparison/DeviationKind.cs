namespace NetDsl.Reference;

/// <summary>What is compared.</summary>
internal enum DeviationKind
{
    /// <summary>Numbers of a layer, without padding.</summary>
    Output,

    /// <summary>A loss, summed over frames.</summary>
    Loss,

    /// <summary>The derivative of the objective by a variable.</summary>
    Gradient,

    /// <summary>A variable behind the step that something assigns.</summary>
    Variable,
}
