using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>What additive attentions do with the energy of each frame: one feature wide, as the map that makes it yields it.</summary>
internal sealed class AdditiveEnergy
{
    internal Dim One { get; } = Dim.Feature("energy", 1);

    /// <summary>The sum of the source's frames by the softmax of their energies, and that softmax.</summary>
    internal (Tensor Context, Tensor Weights) Read(Tensor source, Tensor energy, Dim time)
    {
        var weights = Softmax(Squeeze(energy, One), over: time);
        return (Dot(weights, source, reduce: time), weights);
    }
}
