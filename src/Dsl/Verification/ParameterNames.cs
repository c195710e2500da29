using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Collects the parameters a net uses, with the names they have in checkpoints.</summary>
internal static class ParameterNames
{
    /// <summary>The parameters that are read or assigned, each once, in the order of their first use.</summary>
    internal static IReadOnlyList<Parameter> Used(
        ImmutableArray<Node> nodes,
        List<LossRoot> losses,
        List<OutputRoot> outputs
    )
    {
        var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
        return [.. Uses(nodes, losses, outputs).Where(seen.Add)];
    }

    /// <summary>Names for the used parameters; unused ones of the net's modules are reported.</summary>
    internal static ImmutableArray<(Parameter Parameter, string Name)> Collect(
        IReadOnlyList<Parameter> usedInOrder,
        ModuleNames modules,
        FindingList findings
    )
    {
        var used = new HashSet<Parameter>(usedInOrder, ReferenceEqualityComparer.Instance);
        var byName = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<(Parameter, string)>();
        foreach (var parameter in usedInOrder)
        {
            if (modules.IsFaulty(parameter))
            {
                continue;
            }

            if ((modules.NameOf(parameter) ?? parameter.Name) is not { } name)
            {
                findings.Add(NameDiagnostics.ParameterWithoutName(parameter));
            }
            else if (!name.Split('/').All(LayerNames.IsSafe))
            {
                findings.Add(NameDiagnostics.UnsafeName("parameter", name, parameter.Node.Location));
            }
            else if (!byName.TryAdd(name, parameter))
            {
                findings.Add(NameDiagnostics.SameParameterName(name, byName[name], parameter));
            }
            else
            {
                result.Add((parameter, name));
            }
        }

        foreach (
            var parameter in modules.Parameters.Where(parameter =>
                !used.Contains(parameter) && !modules.IsFaulty(parameter)
            )
        )
        {
            findings.Add(UpdateDiagnostics.Unused(modules.NameOf(parameter)!, parameter));
        }

        return result.ToImmutable();
    }

    private static IEnumerable<Parameter> Uses(
        ImmutableArray<Node> nodes,
        List<LossRoot> losses,
        List<OutputRoot> outputs
    )
    {
        foreach (var node in nodes)
        {
            foreach (var input in node.Inputs)
            {
                if (input.Node is ParameterNode read)
                {
                    yield return read.Parameter;
                }
            }

            foreach (var parameter in Others(node))
            {
                yield return parameter;
            }
        }

        foreach (var root in losses.Select(loss => loss.Value).Concat(outputs.Select(output => output.Value)))
        {
            if (root.Node is ParameterNode read)
            {
                yield return read.Parameter;
            }
        }
    }

    private static IEnumerable<Parameter> Others(Node node) =>
        node switch
        {
            AssignNode assign => [assign.Parameter],
            CondNode cond => cond
                .ThenResults.Concat(cond.OtherwiseResults)
                .Select(result => result.Node)
                .OfType<ParameterNode>()
                .Select(read => read.Parameter),
            _ => [],
        };
}
