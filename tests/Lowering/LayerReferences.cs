namespace NetDsl.Tests.Lowering;

/// <summary>Finds names of layers that no layer has.</summary>
internal static class LayerReferences
{
    // Options that hold a layer's name, or a list of them; "value" does in variable_assign only.
    private static readonly string[] single = ["condition", "true_from", "false_from", "var", "logits", "targets"];
    private static readonly string[] several = ["from", "control_dependencies"];

    /// <summary>Each as "layer: option: name".</summary>
    internal static IReadOnlyList<string> Dangling(DictValue network) => [.. Dangling([network])];

    private static IEnumerable<string> Dangling(IReadOnlyList<DictValue> scopes)
    {
        foreach (var (key, value) in scopes[^1])
        {
            var layer = (DictValue)value;
            foreach (var (option, name) in References(layer).Where(reference => !Exists(reference.Name, scopes)))
            {
                yield return $"{((StringValue)key).Value}: {option}: {name}";
            }

            foreach (var found in EmittedNet.BranchesOf(layer).SelectMany(branch => Dangling([.. scopes, branch])))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(string Option, string Name)> References(DictValue layer)
    {
        var isUpdate = EmittedNet.ClassOf(layer) == "variable_assign";
        foreach (var (key, value) in layer)
        {
            var option = ((StringValue)key).Value;
            if (
                value is StringValue name
                && (single.Contains(option) || option == "from" || (isUpdate && option == "value"))
            )
            {
                yield return (option, name.Value);
            }
            else if (value is SequenceValue list && several.Contains(option))
            {
                foreach (var item in list.Items)
                {
                    yield return (option, ((StringValue)item).Value);
                }
            }
        }

        if ((layer["reuse_params"] as DictValue)?["map"] is DictValue map)
        {
            foreach (var (_, bound) in map)
            {
                yield return ("reuse_params", ((StringValue)((DictValue)bound)["layer_output"]!).Value);
            }
        }
    }

    private static bool Exists(string name, IReadOnlyList<DictValue> scopes)
    {
        var level = scopes.Count - 1;
        while (name.StartsWith("base:", StringComparison.Ordinal))
        {
            (name, level) = (name["base:".Length..], level - 1);
        }

        if (name.StartsWith("data:", StringComparison.Ordinal))
        {
            return level == 0;
        }

        var parts = name.Split('/');
        return scopes[level][parts[0]] is DictValue layer
            && (parts.Length == 1 || EmittedNet.BranchesOf(layer).All(branch => branch[parts[1]] is not null));
    }
}
