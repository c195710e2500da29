using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>Computes the layers of a scope that a layer has inside, in order.</summary>
internal interface ILayerRunner
{
    /// <summary>Computes all layers of a loop or masked unit once; false if one cannot be.</summary>
    bool Run(NetScope scope);

    /// <summary>All built layers that <see cref="Run"/> computes, and those inside of them at any depth.</summary>
    IReadOnlyList<NetLayer> LayersOf(NetScope scope);
}
