using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// Names of a config that only stand for values used elsewhere in it, as variables of C#. RETURNN asks for none of them, and no code
/// reads them: what is emitted has the values, and not the names.
/// </summary>
internal sealed class CSharpNames
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private readonly Dictionary<OptionValue, string> keys = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    /// <param name="imported">The config.</param>
    /// <param name="taken">Names that other variables have.</param>
    /// <param name="only">Which names are worth a variable; null for all.</param>
    public CSharpNames(ImportedConfig imported, IEnumerable<string> taken, IReadOnlySet<string>? only)
    {
        var used = imported.NameUses.Select(use => use.Name).ToHashSet(StringComparer.Ordinal);
        if (used.Count == 0)
        {
            return;
        }

        used.ExceptWith(imported.ChangedByCode);
        var code = imported.Code();
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        foreach (var (key, value) in imported.Config.Entries)
        {
            var isOnlyAName =
                used.Contains(key)
                && !Catalog.Returnn.Keys.ContainsKey(key)
                && !code.Any(text => NameInCode.IsIn(text, key));
            if (isOnlyAName)
            {
                // A name that is not read as a variable is not written at all.
                variables.Add(key, only is null || only.Contains(key) ? Unique(key, names) : "");
                if (variables[key].Length > 0 && value is not (BoolValue or NoneValue or DimValue or CodeValue))
                {
                    keys.TryAdd(value, key);
                }
            }
        }
    }

    /// <summary>The names that were read so far.</summary>
    public IReadOnlySet<string> Read => read;

    /// <summary>The variable for a key of the config; empty if nothing needs it, null if the key is one of RETURNN.</summary>
    public string? VariableOf(string key) => variables.GetValueOrDefault(key);

    /// <summary>The variable that holds this very value; null if none does.</summary>
    public string? VariableWith(OptionValue value)
    {
        if (!keys.TryGetValue(value, out var key))
        {
            return null;
        }

        read.Add(key);
        return variables[key];
    }

    private static string Unique(string key, HashSet<string> names)
    {
        var stem = CSharpIdentifier.Camel(key, "value");
        var name = stem;
        for (var number = 2; !names.Add(name) || IsKeyword(name); number++)
        {
            name = FormattableString.Invariant($"{stem}{number}");
        }

        return name;
    }

    private static bool IsKeyword(string name) =>
        name
            is "abstract"
                or "as"
                or "base"
                or "bool"
                or "break"
                or "byte"
                or "case"
                or "catch"
                or "char"
                or "checked"
                or "class"
                or "const"
                or "continue"
                or "decimal"
                or "default"
                or "delegate"
                or "do"
                or "double"
                or "else"
                or "enum"
                or "event"
                or "explicit"
                or "extern"
                or "false"
                or "finally"
                or "fixed"
                or "float"
                or "for"
                or "foreach"
                or "goto"
                or "if"
                or "implicit"
                or "in"
                or "int"
                or "interface"
                or "internal"
                or "is"
                or "lock"
                or "long"
                or "namespace"
                or "new"
                or "null"
                or "object"
                or "operator"
                or "out"
                or "override"
                or "params"
                or "private"
                or "protected"
                or "public"
                or "readonly"
                or "ref"
                or "return"
                or "sbyte"
                or "sealed"
                or "short"
                or "sizeof"
                or "stackalloc"
                or "static"
                or "string"
                or "struct"
                or "switch"
                or "this"
                or "throw"
                or "true"
                or "try"
                or "typeof"
                or "uint"
                or "ulong"
                or "unchecked"
                or "unsafe"
                or "ushort"
                or "using"
                or "virtual"
                or "void"
                or "volatile"
                or "while";
}
