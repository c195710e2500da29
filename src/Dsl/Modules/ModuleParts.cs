using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace NetDsl;

/// <summary>
/// The modules and parameters that modules hold, named after the members that hold them: <c>Gamma</c> is <c>gamma</c>, the second item
/// of <c>Blocks</c> is <c>blocks.1</c>.
/// </summary>
internal sealed class ModuleParts
{
    private readonly Dictionary<Type, IReadOnlyList<(string Name, FieldInfo Field)>> members = [];
    private readonly Dictionary<Module, ImmutableArray<(string Name, object Part)>> parts = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>What a module holds itself. Reflection is slow, so that what is asked again is kept.</summary>
    internal ImmutableArray<(string Name, object Part)> Of(Module module)
    {
        if (!parts.TryGetValue(module, out var found))
        {
            parts.Add(module, found = [.. Parts(module)]);
        }

        return found;
    }

    /// <summary>A name of C# as checkpoints have it: <c>RunningMean</c> is <c>running_mean</c>.</summary>
    internal static string SnakeCase(string name)
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
}
