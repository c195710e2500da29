using System.Collections.Immutable;

namespace NetDsl;

/// <summary>A deferred assignment: runs once a step, after everything that reads the parameter (contract 4).</summary>
internal sealed class AssignNode(Parameter parameter, Tensor value, AssignOperator op) : Node([value])
{
    internal Parameter Parameter { get; } = parameter;

    internal Tensor Value => Inputs[0];

    internal AssignOperator Operator { get; } = op;

    internal override string Kind => Operator == AssignOperator.Add ? "assign_add" : "assign";

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        if (!Parameter.IsAuxiliary)
        {
            faults.Add(UpdateDiagnostics.NotAuxiliary(Parameter));
        }
        else if (!Parameter.Dims.ContainsAll(Value.Dims))
        {
            faults.Add(ShapeDiagnostics.AssignedDims(Parameter, Value));
        }
        else if (Parameter.Type != Value.Type && !Elementwise.Adapts(Value, Parameter.Type))
        {
            faults.Add(ShapeDiagnostics.TypeMismatch(Kind, Parameter, Value));
        }

        return [];
    }
}
