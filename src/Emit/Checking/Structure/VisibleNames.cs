namespace NetDsl.Emit;

/// <summary>What somebody may have meant by a name that stands for nothing: the names that a layer sees, each as it has to be written there.</summary>
internal sealed class VisibleNames(NetSource source, NetStructure structure)
{
    // A net of any size is searched in the same time; such nets are not written by hand.
    private const int MostNames = 10_000;
    private const string Base = "base:";

    /// <summary>The layer that was meant, as the reference has to write it; null if nobody can guess.</summary>
    internal string? Meant(BrokenReference broken)
    {
        var name = Last(broken.Target.Name);
        return AtOtherLevel(broken, name) ?? Input(broken, name) ?? InsideOf(broken, name) ?? Near(broken, name);
    }

    /// <summary>The input that was meant.</summary>
    internal string? MeantInput(BrokenReference broken)
    {
        var meant = NearMiss.Find(broken.Target.Name, source.ExternData ?? (IEnumerable<string>)[]);
        return meant is null ? null : Replaced(broken, broken.Target.Name, meant);
    }

    /// <summary>How many <c>base:</c> lead from the layer to the net around the one where it looked.</summary>
    internal static int LevelsBelow(BrokenReference broken)
    {
        var levels = 0;
        for (var scope = broken.Layer.Scope; scope is not null; scope = scope.Parent)
        {
            levels += scope.HoldsOneLayer ? 0 : 1;
            if (scope == broken.Target.Scope)
            {
                break;
            }
        }

        return levels;
    }

    private static string Last(string name)
    {
        var start = 0;
        while (name.AsSpan(start).StartsWith(Base, StringComparison.Ordinal))
        {
            start += Base.Length;
        }

        return name[start..];
    }

    // base: too often, too seldom, or where a branch takes none.
    private static string? AtOtherLevel(BrokenReference broken, string name)
    {
        var first = name.Split('/', 2)[0];
        var isAbove = broken.Target.Fault == ReferenceFault.NoParent;
        var prefix = "";
        for (var scope = broken.Layer.Scope; scope is not null; scope = scope.Parent)
        {
            if (scope.HoldsOneLayer)
            {
                continue;
            }

            if ((scope != broken.Target.Scope || isAbove) && scope.TryGet(first, out _))
            {
                return prefix + Rest(broken.Reference.Text, first, scope);
            }

            prefix += Base;
        }

        return null;
    }

    // The name and all that follows; the step before only where there is one.
    private static string Rest(string text, string first, NetScope scope)
    {
        var at = text.LastIndexOf(first, StringComparison.Ordinal);
        var isPrevious = scope.Loop is not null && text.Contains("prev:", StringComparison.Ordinal);
        return (isPrevious ? "prev:" : "") + (at < 0 ? first : text[at..]);
    }

    private string? Input(BrokenReference broken, string name) =>
        source.ExternData?.Contains(name) == true
        && broken.Target.Scope.Kind is ScopeKind.Root or ScopeKind.RecUnit
        && !broken.Reference.Text.Contains('/', StringComparison.Ordinal)
            ? Replaced(broken, name, $"data:{name}")
            : null;

    private static string? InsideOf(BrokenReference broken, string name)
    {
        foreach (var layer in broken.Target.Scope.Layers.Take(MostNames))
        {
            if (!layer.IsEncapsulated && layer.InnerOf("subnetwork")?.TryGet(name, out _) == true)
            {
                return Replaced(broken, name, $"{layer.Name}/{name}");
            }
        }

        return null;
    }

    private string? Near(BrokenReference broken, string name)
    {
        var scope = broken.Target.Fault == ReferenceFault.NoParent ? structure.Root : broken.Target.Scope;
        var others = scope
            .Layers.Take(MostNames)
            .Select(layer => layer.Name)
            .Where(other => other != broken.Layer.Name);
        return NearMiss.Find(name, others) is { } near ? Replaced(broken, name, near) : null;
    }

    private static string Replaced(BrokenReference broken, string name, string other)
    {
        var text = broken.Reference.Text;
        var at = text.LastIndexOf(name, StringComparison.Ordinal);
        return at < 0 ? other : text[..at] + other + text[(at + name.Length)..];
    }
}
