using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>A config read from text, and what the text says beyond the values.</summary>
/// <param name="Config">The values, named after the file. What only Python can compute is a <see cref="CodeValue"/>.</param>
/// <param name="Format">Which of the two languages it is written in.</param>
/// <param name="Locations">Where each entry, layer and option is.</param>
internal sealed record ImportedConfig(Config Config, ConfigFormat Format, ConfigLocations Locations)
{
    /// <summary>Dims with a variable of their own, in order; they are no entries, the writers declare dims themselves.</summary>
    public ImmutableArray<ImportedDim> Dims { get; init; } = [];

    /// <summary>Statements that are not data, in order. None was run.</summary>
    public ImmutableArray<OpaqueStatement> Opaque { get; init; } = [];

    /// <summary>
    /// Names that code outside of functions may bind or change (<c>network["x"] = ...</c>, <c>n += 1</c>): an entry of such a name
    /// need not be what RETURNN sees. Changes made through calls are not known.
    /// </summary>
    public FrozenSet<string> ChangedByCode { get; init; } = [];

    /// <summary>Where in the text each entry has its value at last; of most, that is where it is written.</summary>
    public ImmutableArray<int> Ends { get; init; } = [];

    /// <summary>What the config asks RETURNN or the environment for; read as if its command line and the environment set none of it.</summary>
    public ImmutableArray<NameUse> Asked { get; init; } = [];

    /// <summary>Why names are known only to Python, and where that begins.</summary>
    public FrozenDictionary<string, RelatedLocation> Problems { get; init; } =
        FrozenDictionary<string, RelatedLocation>.Empty;

    /// <summary>Names that were replaced by their values, in order.</summary>
    public ImmutableArray<NameUse> NameUses { get; init; } = [];

    /// <summary>Names that nothing above their place binds, in order; <see cref="BoundNames"/> says whether anything does.</summary>
    public ImmutableArray<NameUse> UnknownNames { get; init; } = [];

    /// <summary>The names that are there while the config runs; null in JSON, which has none.</summary>
    public PythonBoundNames? BoundNames { get; init; }

    /// <summary>All pieces of Python, statements first.</summary>
    public ImmutableArray<string> Code()
    {
        var code = Opaque.Select(statement => statement.Text).ToList();
        foreach (var (_, value) in Config.Entries)
        {
            AddCode(value, code);
        }

        return [.. code];
    }

    private static void AddCode(OptionValue value, List<string> code)
    {
        switch (value)
        {
            case CodeValue { Python: var python }:
                code.Add(python);
                break;
            case SequenceValue sequence:
                foreach (var item in sequence.Items)
                {
                    AddCode(item, code);
                }

                break;
            case DictValue dict:
                foreach (var (key, inner) in dict)
                {
                    AddCode(key, code);
                    AddCode(inner, code);
                }

                break;
        }
    }

    /// <summary>All comments, in order. They belong to lines, not to values: the writers do not print them.</summary>
    public ImmutableArray<ImportedComment> Comments { get; init; } = [];
}
