using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>One loss of a step (contract 9).</summary>
/// <param name="Layer">The layer that has it.</param>
/// <param name="Sum">Summed over frames and sequences.</param>
/// <param name="Normalization">One over the number of frames, or what the layer says instead.</param>
/// <param name="Scale">Its weight in the objective; 0 if it is only reported.</param>
/// <param name="IsNormalized">Whether the objective has the mean of it.</param>
internal sealed record LossTerm(NetLayer Layer, Value Sum, double Normalization, double Scale, bool IsNormalized)
{
    /// <summary>What is added to the objective.</summary>
    internal Value Share => Sum * (IsNormalized ? Scale * Normalization : Scale);
}
