using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Data from the dataset: one key of <c>extern_data</c> (contract 2).</summary>
internal sealed class InputNode(string key, Signature signature, bool availableForInference) : Node([])
{
    internal string Key { get; } = key;

    internal bool AvailableForInference { get; } = availableForInference;

    internal override string Kind => "data";

    internal override ImmutableArray<Signature> Infer(FaultList faults) => [signature];
}
