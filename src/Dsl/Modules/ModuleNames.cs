using System.Collections;
using System.Globalization;
using System.Reflection;
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
    private readonly List<Parameter> parameterOrder = [];

    /// <summary>Walks all modules of the net.</summary>
    /// <param name="known">The modules the net has met.</param>
    /// <param name="used">The parameters that the net reads or assigns.</param>
    /// <param name="diagnostics">Where clashes are reported.</param>
    internal ModuleNames(KnownModules known, IReadOnlySet<Parameter> used, List<Diagnostic> diagnostics)
    {
        var held = new HashSet<Module>(ReferenceEqualityComparer.Instance);
        foreach (var module in known.All)
        {
            held.UnionWith(Parts(module).Select(part => part.Part).OfType<Module>());
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<Module>();
        foreach (var module in known.All.Where(module => known.Names.ContainsKey(module) || !held.Contains(module)))
        {
            if (!IsPartOfNet(module, known.Called, used))
            {
                continue;
            }

            var name = known.Names.GetValueOrDefault(module) ?? SnakeCase(module.GetType().Name);
            if (!names.Add(name))
            {
                diagnostics.Add(NameDiagnostics.SameModuleName(name));
            }

            paths.Add(module, name);
            queue.Enqueue(module);
        }

        // Breadth first: a module held in two places takes its shortest path.
        while (queue.TryDequeue(out var module))
        {
            Name(module, queue);
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

    // A module that was only made here may have been made for another net.
    private bool IsPartOfNet(Module module, IReadOnlySet<Module> called, IReadOnlySet<Parameter> used)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Module>();
        pending.Push(module);
        while (pending.TryPop(out var next))
        {
            if (called.Contains(next))
            {
                return true;
            }

            foreach (var (_, part) in Parts(next).Where(part => seen.Add(part.Part)))
            {
                if (part is Parameter parameter && used.Contains(parameter))
                {
                    return true;
                }

                if (part is Module inner)
                {
                    pending.Push(inner);
                }
            }
        }

        return false;
    }

    private void Name(Module module, Queue<Module> queue)
    {
        var path = paths[module];
        foreach (var (name, part) in Parts(module))
        {
            if (part is Module inner)
            {
                if (paths.TryAdd(inner, Join(path, name, '.')))
                {
                    queue.Enqueue(inner);
                }
            }
            else if (part is Parameter parameter)
            {
                var full = Join(path.Replace('.', '/'), parameter.Name ?? name.Replace('.', '/'), '/');
                if (parameters.TryAdd(parameter, full))
                {
                    parameterOrder.Add(parameter);
                }
            }
        }
    }

    private IEnumerable<(string Name, object Part)> Parts(Module module)
    {
        foreach (var (name, field) in MembersOf(module.GetType()))
        {
            switch (field.GetValue(module))
            {
                case Module or Parameter:
                    yield return (name, field.GetValue(module)!);
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
                case IEnumerable items and not string:
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
        !type.IsValueType
        && type != typeof(string)
        && !type.IsSubclassOf(typeof(Delegate))
        && type != typeof(Dim)
        && type != typeof(Shape);

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
