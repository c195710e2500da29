using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace NetDsl;

/// <summary>
/// Gives modules and parameters their names from the members that hold them. Reflection, but only here, once a net,
/// and over modules, not nodes.
/// </summary>
internal sealed class ModuleNames
{
    private readonly Dictionary<Type, IReadOnlyList<(string Name, FieldInfo Field)>> members = [];
    private readonly Dictionary<Module, string> paths = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Parameter, string> parameters = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, ParameterOptions> options = new(ReferenceEqualityComparer.Instance);
    private readonly List<Parameter> parameterOrder = [];
    private readonly HashSet<object> faulty = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<Module> queue = new();
    private readonly Dictionary<Module, List<(string Name, object Part)>> parts = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>Walks all modules of the net.</summary>
    /// <param name="known">The modules the net has met.</param>
    /// <param name="used">The parameters that the net reads or assigns.</param>
    /// <param name="findings">Where clashes are reported.</param>
    internal ModuleNames(KnownModules known, IReadOnlySet<Parameter> used, FindingList findings)
    {
        var held = HeldBelow(known.All);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var module in known.All.Where(module => known.NameOf(module) is not null || !held.Contains(module)))
        {
            AddRoot(module, known, used, names, findings);
        }

        NameBelow();

        // Modules that hold each other in a circle: the first one made is the outermost.
        foreach (var module in known.All)
        {
            if (!paths.ContainsKey(module))
            {
                AddRoot(module, known, used, names, findings);
                NameBelow();
            }
        }
    }

    /// <summary>Every parameter held by a module, in the order of the walk.</summary>
    internal IReadOnlyList<Parameter> Parameters => parameterOrder;

    /// <summary>The dotted paths of all modules.</summary>
    internal IEnumerable<string> Paths => paths.Values;

    /// <summary>The dotted path of a module; empty for none.</summary>
    internal string PathOf(Module? module) => module is null ? "" : paths.GetValueOrDefault(module, "");

    /// <summary>The variable name of a parameter, or null if no module holds it.</summary>
    internal string? NameOf(Parameter parameter) => parameters.GetValueOrDefault(parameter);

    /// <summary>What holds for the parameters of a module that say nothing themselves.</summary>
    internal ParameterOptions OptionsOf(Module? module) =>
        module is null ? ParameterOptions.None : options.GetValueOrDefault(module, ParameterOptions.None);

    /// <summary>What holds for a parameter.</summary>
    internal ParameterOptions OptionsOf(Parameter parameter) =>
        parameter.IsAuxiliary ? ParameterOptions.None
        : parameter.Options is not { } own ? options.GetValueOrDefault(parameter, ParameterOptions.None)
        : own.Over(options.GetValueOrDefault(parameter, ParameterOptions.None));

    /// <summary>Whether the name of a module, or of one around it, has been reported.</summary>
    internal bool IsFaulty(Module? module) => module is not null && faulty.Contains(module);

    /// <summary>Whether the name of a module that holds the parameter has been reported.</summary>
    internal bool IsFaulty(Parameter parameter) => faulty.Contains(parameter);

    private void AddRoot(
        Module module,
        KnownModules known,
        IReadOnlySet<Parameter> used,
        HashSet<string> names,
        FindingList findings
    )
    {
        var name = known.NameOf(module) ?? SnakeCase(module.GetType().Name);
        if (IsPartOfNet(module, known, used) && !names.Add(name))
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
    private bool IsPartOfNet(Module module, KnownModules known, IReadOnlySet<Parameter> used) =>
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

            foreach (var (_, part) in PartsOf(next))
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
        foreach (var (name, part) in PartsOf(module))
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

            Inherit(part, OptionsOf(module));

            if (part is Module further)
            {
                queue.Enqueue(further);
            }
            else
            {
                parameterOrder.Add((Parameter)part);
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

    // Reflection is slow, and all that is asked here is asked of each module again.
    private List<(string Name, object Part)> PartsOf(Module module)
    {
        if (!parts.TryGetValue(module, out var found))
        {
            parts.Add(module, found = [.. Parts(module)]);
        }

        return found;
    }

    private IEnumerable<(string Name, object Part)> Parts(Module module)
    {
        foreach (var (name, field) in MembersOf(module.GetType()))
        {
            switch (field.GetValue(module))
            {
                case (Module or Parameter) and var part:
                    yield return (name, part);
                    break;
                case IDictionary dictionary:
                    foreach (DictionaryEntry entry in dictionary)
                    {
                        if (entry.Value is Module or Parameter)
                        {
                            yield return (
                                $"{name}.{Convert.ToString(entry.Key, CultureInfo.InvariantCulture)}",
                                entry.Value
                            );
                        }
                    }

                    break;
                case IEnumerable items when IsCollection(items):
                    var index = 0;
                    foreach (var item in items)
                    {
                        if (item is Module or Parameter)
                        {
                            yield return (FormattableString.Invariant($"{name}.{index}"), item);
                        }

                        index++;
                    }

                    break;
            }
        }
    }

    // Only what is there already: a sequence may be endless, or do something when it is walked.
    private static bool IsCollection(IEnumerable items) =>
        (items is ICollection or IReadOnlyCollection<object>) && !IsUninitialised(items);

    // A default ImmutableArray throws when it is walked.
    private static bool IsUninitialised(IEnumerable items) =>
        items.GetType() is { IsValueType: true } type && items.Equals(RuntimeHelpers.GetUninitializedObject(type));

    private IReadOnlyList<(string Name, FieldInfo Field)> MembersOf(Type type)
    {
        if (!members.TryGetValue(type, out var found))
        {
            found = [.. FieldsOf(type).Select(field => (SnakeCase(MemberName(field)), field))];
            members.Add(type, found);
        }

        return found;
    }

    // Base classes first, then in the order of declaration.
    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        var own = type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
            )
            .Where(field => CanHoldParts(field.FieldType))
            .OrderBy(field => field.MetadataToken);
        return type.BaseType is { } parent && parent != typeof(Module) && parent != typeof(object)
            ? FieldsOf(parent).Concat(own)
            : own;
    }

    private static bool CanHoldParts(Type type) =>
        (!type.IsValueType || typeof(IEnumerable).IsAssignableFrom(type))
        && type != typeof(string)
        && !type.IsSubclassOf(typeof(Delegate))
        && type != typeof(Dim)
        && type != typeof(Shape)
        && type != typeof(ParameterOptions);

    // "<Gamma>k__BackingField" is the property Gamma, "<linear>P" a captured constructor parameter.
    private static string MemberName(FieldInfo field)
    {
        var name = field.Name;
        var end = name.IndexOf('>', StringComparison.Ordinal);
        return name[0] == '<' && end > 1 ? name[1..end] : name;
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var index = 0; index < name.Length; index++)
        {
            var c = name[index];
            var startsWord =
                char.IsUpper(c)
                && index > 0
                && name[index - 1] != '_'
                && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
            _ = startsWord ? text.Append('_').Append(char.ToLowerInvariant(c)) : text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString().TrimStart('_');
    }

    private static string Join(string path, string name, char separator) =>
        path.Length == 0 ? name : $"{path}{separator}{name}";
}
