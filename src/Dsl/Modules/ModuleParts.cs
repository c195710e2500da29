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
    private const int DeepestCollection = 4;

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
                case { } held:
                    foreach (var part in PartsIn(held, name, 0))
                    {
                        yield return part;
                    }

                    break;
            }
        }
    }

    // Collections, dictionaries and tuples, and such as hold them; a list may hold itself.
    private static IEnumerable<(string Name, object Part)> PartsIn(object held, string name, int depth)
    {
        if (depth == DeepestCollection)
        {
            yield break;
        }

        foreach (var (key, item) in ItemsOf(held))
        {
            switch (item)
            {
                case Module or Parameter:
                    yield return ($"{name}.{key}", item);
                    break;
                case ITuple or IEnumerable:
                    foreach (var part in PartsIn(item, $"{name}.{key}", depth + 1))
                    {
                        yield return part;
                    }

                    break;
            }
        }
    }

    private static IEnumerable<(string Key, object? Item)> ItemsOf(object held) =>
        held switch
        {
            IDictionary entries => EntriesOf(entries),
            ITuple tuple => Enumerable.Range(0, tuple.Length).Select(place => (Digits(place), tuple[place])),
            IEnumerable items when IsCollection(items) => items
                .Cast<object?>()
                .Select((item, place) => (Digits(place), item)),
            _ => [],
        };

    private static IEnumerable<(string Key, object? Item)> EntriesOf(IDictionary entries)
    {
        foreach (DictionaryEntry entry in entries)
        {
            yield return (Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "", entry.Value);
        }
    }

    private static string Digits(int place) => place.ToString(CultureInfo.InvariantCulture);

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
        (!type.IsValueType || typeof(IEnumerable).IsAssignableFrom(type) || typeof(ITuple).IsAssignableFrom(type))
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
