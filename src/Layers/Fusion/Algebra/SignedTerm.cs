namespace NetDsl.Layers;

/// <summary>One term of a sum, with its sign: 1 or -1.</summary>
internal readonly record struct SignedTerm(Tensor Tensor, double Sign)
{
    internal SignedTerm Negated => this with { Sign = -Sign };
}
