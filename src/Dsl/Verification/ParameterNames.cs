using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Collects the parameters a net uses, with the names they have in checkpoints.</summary>
internal static class ParameterNames
{
    /// <summary>The parameters that are read or assigned, each once, in the order of their first use.</summary>
    internal static IReadOnlyList<(Parameter Parameter, int Step)> Used(
        ImmutableArray<Node> nodes,
        List<LossRoot> losses,
        List<OutputRoot> outputs
    )
    {
        var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
        var used = new List<(Parameter, int)>();
        foreach (var use in Uses(nodes, losses, outputs))
        {
            if (seen.Add(use.Parameter))
            {
                used.Add(use);
            }
        }

        return used;
    }

    /// <summary>Names for the used parameters; unused ones of the net's modules are reported.</summary>
    internal static ImmutableArray<(Parameter Parameter, string Name)> Collect(
        IReadOnlyList<(Parameter Parameter, int Step)> usedInOrder,
        ModuleNames modules,
        IReadOnlyList<Parameter> made,
        FindingList findings
    )
    {
        var met = new HashSet<Parameter>(usedInOrder.Count, ReferenceEqualityComparer.Instance);
        var byName = new Dictionary<string, Parameter>(usedInOrder.Count, StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<(Parameter, string)>(usedInOrder.Count);
        foreach (var (parameter, step) in usedInOrder)
        {
            met.Add(parameter);
            if (modules.IsFaulty(parameter))
            {
                continue;
            }

            if ((modules.NameOf(parameter) ?? parameter.Name) is not { } name)
            {
                findings.Add(NameDiagnostics.ParameterWithoutName(parameter), step);
            }
            else if (!LayerNames.IsSafePath(name))
            {
                findings.Add(NameDiagnostics.UnsafeName("parameter", name, parameter.Node.Location), step);
            }
            else if (!byName.TryAdd(name, parameter))
            {
                findings.Add(NameDiagnostics.SameParameterName(name, byName[name], parameter), step);
            }
            else
            {
                result.Add((parameter, name));
            }
        }

        foreach (var parameter in modules.Parameters.Concat(made))
        {
            if (met.Add(parameter) && !modules.IsFaulty(parameter))
            {
                findings.Add(UpdateDiagnostics.Unused(modules.NameOf(parameter) ?? parameter.Name, parameter));
            }
        }

        return result.DrainToImmutable();
    }

    private static IEnumerable<(Parameter Parameter, int Step)> Uses(
        ImmutableArray<Node> nodes,
        List<LossRoot> losses,
        List<OutputRoot> outputs
    )
    {
        foreach (var node in nodes)
        {
            foreach (var read in node.Reads)
            {
                if (read.Node is ParameterNode { Parameter: var parameter })
                {
                    yield return (parameter, node.Id);
                }
            }

            if (node is AssignNode assign)
            {
                yield return (assign.Parameter, node.Id);
            }
        }

        var roots = losses.SelectMany(loss => loss.Tensors.Select(value => (value, loss.Step)));
        foreach (var (value, step) in roots.Concat(outputs.Select(output => (output.Value, output.Step))))
        {
            if (value.Node is ParameterNode { Parameter: var parameter })
            {
                yield return (parameter, step);
            }
        }
    }
}
