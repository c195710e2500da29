namespace NetDsl.Layers;

/// <summary>
/// Puts one layer of RETURNN in the place of building blocks. The engine finds the blocks and guards what holds for every rule;
/// a rule says what it looks for, when it must not fire, and what takes the place.
/// </summary>
internal interface IFusionRule
{
    /// <summary>The rule's name on the command line: <c>--no-lower=batch_norm</c>.</summary>
    string Name { get; }

    /// <summary>What to look for; larger patterns first.</summary>
    IReadOnlyList<FusionPattern> Patterns { get; }

    /// <summary>Why the rule must not fire although the blocks fit, or null.</summary>
    Refusal? Check(FusionMatch match);

    /// <summary>What takes the place of the match.</summary>
    Fusion Rewrite(FusionMatch match);
}
