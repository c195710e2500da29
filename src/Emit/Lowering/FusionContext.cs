using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>What a rule sees of the graph around one match.</summary>
internal sealed class FusionContext(
    Graph graph,
    GraphIndex index,
    Found known,
    Tensor result,
    Func<PaddingFlow> padding,
    LoopVariables variables
) : IFusionContext
{
    public string NameOf(Parameter parameter) => graph.NameOf(parameter);

    public ParameterOptions OptionsOf(Parameter parameter) => graph.OptionsOf(parameter);

    public string ModulePathOf(Node node) => graph.Modules.PathOf(node.Module);

    // Both branches of a Cond share what either makes (contract 5): there, variables stay outside.
    public bool MayMakeVariables(Node place, string scope) => variables.MayMake(place.Block!, scope);

    public ParameterUse? OtherUseOf(Parameter parameter)
    {
        if (index.RootOf(parameter) is { } root)
        {
            return new(root.Words, root.Location);
        }

        foreach (var reader in index.ReadersOf(parameter))
        {
            if (!known.Nodes.Contains(reader) || (reader is CondNode cond && ReadsInAnotherResult(cond, parameter)))
            {
                return new($"also used by {reader.Kind}", reader.Location);
            }
        }

        var update = index.UpdatesOf(parameter).FirstOrDefault(update => !known.Nodes.Contains(update));
        return update is null ? null : new($"also used by {update.Kind}", update.Location);
    }

    public Node? OtherHolderOf(Dim dim)
    {
        foreach (var holder in index.HoldersOf(dim))
        {
            if (!known.Nodes.Contains(holder))
            {
                return holder;
            }
        }

        return null;
    }

    public Node? PaddingReader(Dim dim) => padding().FirstReader(result, dim);

    private bool ReadsInAnotherResult(CondNode cond, Parameter parameter)
    {
        for (var place = 0; place < cond.Outputs.Length; place++)
        {
            var other = cond.Outputs[place];
            var isRead = !index.ReadersOf(other).IsEmpty || index.RootOf(other) is not null;
            if (
                isRead
                && !known.Has(other)
                && (IsRead(cond.ThenResults[place], parameter) || IsRead(cond.OtherwiseResults[place], parameter))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRead(Tensor tensor, Parameter parameter) =>
        tensor.Node is ParameterNode read && ReferenceEquals(read.Parameter, parameter);
}
