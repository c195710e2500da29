namespace NetDsl;

/// <summary>
/// Gives modules and parameters their names from the members that hold them. Reflection, but only here, once a net,
/// and over modules, not nodes.
/// </summary>
/// <param name="known">The modules the net has met.</param>
/// <param name="used">The parameters that the net reads or assigns.</param>
/// <param name="findings">Where clashes are reported.</param>
internal sealed class ModuleNaming(KnownModules known, IReadOnlySet<Parameter> used, FindingList findings)
{
    private readonly ModuleParts parts = new();
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Queue<Module> queue = new();
    private readonly Dictionary<Module, string> paths = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Parameter, string> parameters = new(ReferenceEqualityComparer.Instance);
    private readonly List<Parameter> inOrder = [];
    private readonly Dictionary<object, ParameterOptions> options = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> faulty = new(ReferenceEqualityComparer.Instance);

    /// <summary>Walks all modules of the net.</summary>
    internal ModuleNames Run()
    {
        var held = HeldBelow(known.All);
        foreach (var module in known.All.Where(module => known.NameOf(module) is not null || !held.Contains(module)))
        {
            AddRoot(module);
        }

        NameBelow();

        // Modules that hold each other in a circle: the first one made is the outermost.
        foreach (var module in known.All)
        {
            if (!paths.ContainsKey(module))
            {
                AddRoot(module);
                NameBelow();
            }
        }

        return new(paths, parameters, inOrder, options, faulty);
    }

    private void AddRoot(Module module)
    {
        var name = known.NameOf(module) ?? ModuleParts.SnakeCase(module.GetType().Name);
        if (IsPartOfNet(module) && !names.Add(name))
        {
            findings.Add(NameDiagnostics.SameModuleName(name, known.LineOf(module)), before: 0);
            faulty.Add(module);
        }
        else if (name.Length > 0 && !LayerNames.IsSafe(name))
        {
            findings.Add(NameDiagnostics.UnsafeName("module", name, known.LineOf(module)), before: 0);
            faulty.Add(module);
        }

        paths.Add(module, name);
        Inherit(module, ParameterOptions.None);
        queue.Enqueue(module);
    }

    // A module that was only made here may have been made for another net, and takes no name away.
    private bool IsPartOfNet(Module module) =>
        known.IsCertain(module)
        || HeldBelow(module)
            .Any(part => part is Parameter parameter ? used.Contains(parameter) : known.IsCertain((Module)part));

    /// <summary>All that modules hold, and what that holds.</summary>
    private HashSet<object> HeldBelow(params IReadOnlyList<Module> modules)
    {
        var held = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var seen = new HashSet<Module>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Module>(modules);
        while (pending.TryPop(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            foreach (var (_, part) in parts.Of(next))
            {
                if (held.Add(part) && part is Module inner)
                {
                    pending.Push(inner);
                }
            }
        }

        return held;
    }

    // Breadth first: a module held in two places takes its shortest path.
    private void NameBelow()
    {
        while (queue.TryDequeue(out var module))
        {
            Name(module);
        }
    }

    private void Name(Module module)
    {
        var path = paths[module];
        foreach (var (name, part) in parts.Of(module))
        {
            var isNew = part switch
            {
                Module inner => paths.TryAdd(inner, Join(path, name, '.')),
                Parameter parameter => parameters.TryAdd(
                    parameter,
                    Join(path.Replace('.', '/'), parameter.Name ?? name.Replace('.', '/'), '/')
                ),
                _ => false,
            };
            if (!isNew)
            {
                continue;
            }

            if (faulty.Contains(module))
            {
                faulty.Add(part);
            }

            Inherit(part, options.GetValueOrDefault(module, ParameterOptions.None));

            if (part is Module further)
            {
                queue.Enqueue(further);
            }
            else
            {
                inOrder.Add((Parameter)part);
            }
        }
    }

    // Only what is said is kept: most modules say nothing.
    private void Inherit(object part, ParameterOptions outer)
    {
        var all = part is Module { ParameterOptions: { } own } ? own.Over(outer) : outer;
        if (!ReferenceEquals(all, ParameterOptions.None))
        {
            options[part] = all;
        }
    }

    private static string Join(string path, string name, char separator) =>
        path.Length == 0 ? name : $"{path}{separator}{name}";
}
