using System.Collections.Immutable;

namespace NetDsl;

/// <summary>The value a parameter had when the step began.</summary>
internal sealed class ParameterNode : Node
{
    internal ParameterNode(SourceLocation location)
        : base([]) => Locate(location);

    /// <summary>The parameter; set by its constructor.</summary>
    internal Parameter Parameter { get; private set; } = null!;

    internal override string Kind => "parameter";

    internal void Own(Parameter parameter) => Parameter = parameter;

    internal override ImmutableArray<Signature> Infer(FaultList faults) => [Parameter.Signature];
}
