using System.Text;

namespace NetDsl.Emit;

/// <summary>The variable scope of a layer (contract 10): that of the net around it and its own name, made valid for TensorFlow.</summary>
internal static class ScopeName
{
    private const string Replaced = ":(){}&+-*'\" ,";
    private const string InvalidFirst = "_-\\/";

    /// <summary>The scope of a layer without a slash at its end; empty for the root.</summary>
    internal static string Of(NetLayer layer)
    {
        // A branch is in the scope of the net around the cond, with the name of the cond (basic.py, CondLayer).
        var branchOf = layer.Scope.Kind == ScopeKind.Branch ? layer.Scope.Owner : null;
        var outer = Of(branchOf?.Scope ?? layer.Scope);
        return layer.Options["name_scope"] switch
        {
            StringValue { Value: "" } => outer,
            StringValue { Value: ['/', .. var absolute] } => absolute,
            StringValue { Value: var relative } => Join(outer, relative),
            _ when branchOf is not null => Join(outer, Valid(branchOf.Name)),
            _ => layer.Scope.HoldsOneLayer ? outer : Join(outer, Valid(layer.Name)),
        };
    }

    internal static string Join(string scope, string name) => scope.Length == 0 ? name : $"{scope}/{name}";

    /// <summary>A layer name as TensorFlow takes it: signs become underscores, a leading one its code (contract 3.1).</summary>
    internal static string Valid(string name)
    {
        if (LayerNames.IsSafe(name))
        {
            return name;
        }

        var result = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsAscii(character))
            {
                _ = Replaced.Contains(character) ? result.Append("__") : result.Append(character);
            }
        }

        var valid = result.ToString();
        return valid.Length > 0 && InvalidFirst.Contains(valid[0])
            ? FormattableString.Invariant($".{(int)valid[0]}.{valid[1..]}")
            : valid;
    }

    private static string Of(NetScope scope)
    {
        if (scope.Owner is not { } owner)
        {
            return "";
        }

        var outer = Of(owner);
        // A rec layer adds a scope, unless its own is given.
        return scope.Kind == ScopeKind.RecUnit && owner.Options["name_scope"] is null or NoneValue
            ? Join(outer, "rec")
            : outer;
    }
}
