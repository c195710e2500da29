namespace NetDsl.Emit;

/// <summary>
/// In which scope the variables of a loop or a Cond are. A <c>rec</c> layer knows only the variables below its own scope, others would
/// neither be trained nor saved: so its scope is the path that all modules in the loop have in common. Where they have none, variables
/// stay outside. The branches of a Cond have one scope, since a <c>cond</c> knows their variables by what follows it.
/// </summary>
internal sealed class LoopVariables
{
    private readonly Dictionary<Block, string?> scopes = new(ReferenceEqualityComparer.Instance);

    internal LoopVariables(Graph graph)
    {
        var found = new Dictionary<Block, List<(string Scope, bool IsFixed)>>(ReferenceEqualityComparer.Instance);
        foreach (var node in graph.Nodes)
        {
            for (var loop = ScopeAround(node.Block!); loop is not null; loop = ScopeAround(loop.Parent!))
            {
                if (!found.TryGetValue(loop, out var list))
                {
                    found.Add(loop, list = []);
                }

                AddScopes(node, graph, list);
            }
        }

        // Outer ones first: those inside are below them.
        foreach (var (block, list) in found.OrderBy(entry => entry.Key.Depth))
        {
            var outer = ScopeAround(block.Parent!) is { } around ? scopes[around] : "";
            scopes.Add(
                block,
                outer is null ? null : Common(block.IsBranch ? list.FindAll(entry => entry.IsFixed) : list, outer)
            );
        }
    }

    /// <summary>The scope of a loop, by its body, or of a Cond, by its first branch; null if it has no variables that have one in common.</summary>
    internal string? ScopeOf(Block body) => scopes.GetValueOrDefault(body);

    /// <summary>Whether a layer has its variables where its module is.</summary>
    internal static bool IsOfModule(Node node, Graph graph) => graph.Modules.PathOf(node.Module).Length > 0;

    /// <summary>Whether a layer in a block may make variables in a scope: not in branches, whose scopes differ, and in loops below theirs.</summary>
    internal bool MayMake(Block block, string scope)
    {
        for (var inner = block; inner.Parent is not null; inner = inner.Parent)
        {
            if (!inner.HasScope || ScopeOf(inner) is not { } common || !IsBelow(scope, common))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a scope is another one or inside of it.</summary>
    internal static bool IsBelow(string scope, string outer) =>
        outer.Length == 0
        || scope == outer
        || (
            scope.Length > outer.Length
            && scope[outer.Length] == '/'
            && scope.StartsWith(outer, StringComparison.Ordinal)
        );

    // The branches of a Cond are one.
    private static Block? ScopeAround(Block block) =>
        block.Parent is null ? null
        : block.Owner is CondNode cond ? cond.Then
        : block;

    // Layers that make their variables themselves decide; others can be given theirs.
    private static string? Common(List<(string Scope, bool IsFixed)> list, string outer)
    {
        var below = list.Where(entry => IsBelow(entry.Scope, outer)).ToList();
        var all = Common(below.ConvertAll(entry => entry.Scope));
        var common =
            all.Length > 0 ? all : Common([.. below.Where(entry => entry.IsFixed).Select(entry => entry.Scope)]);
        return common.Length > 0 ? common : null;
    }

    private static string Common(List<string> scopes)
    {
        if (scopes.Count == 0)
        {
            return "";
        }

        var common = scopes[0];
        foreach (var scope in scopes)
        {
            while (!IsBelow(scope, common))
            {
                common = common[..Math.Max(0, common.LastIndexOf('/'))];
            }
        }

        return common;
    }

    private static void AddScopes(Node node, Graph graph, List<(string Scope, bool IsFixed)> list)
    {
        if (node is LayerNode { HasVariables: true } && IsOfModule(node, graph))
        {
            list.Add((graph.Modules.PathOf(node.Module).Replace('.', '/'), IsFixed: true));
        }

        foreach (var read in node.Reads)
        {
            if (read.Node is ParameterNode { Parameter: var parameter })
            {
                var name = graph.NameOf(parameter);
                list.Add((name[..Math.Max(0, name.LastIndexOf('/'))], IsFixed: false));
            }
        }
    }
}
