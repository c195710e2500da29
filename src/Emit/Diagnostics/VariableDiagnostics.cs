using System.Collections.Immutable;
using static NetDsl.Emit.CheckFinding;
using static NetDsl.Emit.SchemaDiagnostics;

namespace NetDsl.Emit;

/// <summary>ND1031 to ND1033: variables of one name that cannot be one (contract 3.8, 10).</summary>
internal static class VariableDiagnostics
{
    /// <summary>ND1031: two layers that make one variable with two shapes.</summary>
    internal static Diagnostic TwoShapes(
        CheckPlace place,
        string variable,
        ImmutableArray<int> shape,
        string other,
        ImmutableArray<int> otherShape
    ) =>
        Error(
            "ND1031",
            place,
            $"The variable {Quote(variable)} of {place.Subject} is {Text(shape)}, but the layer {Quote(other)} made it {Text(otherShape)}.",
            "Rename one of the layers, or give it another \"name_scope\"."
        );

    /// <summary>ND1032: a variable that is to come from a layer that does not have it.</summary>
    internal static Diagnostic NothingToReuse(CheckPlace place, string variable, string source) =>
        Error(
            "ND1032",
            place,
            $"{place.Subject} is to take its variable {Quote(variable)} from {Quote(source)}, which has none of that name.",
            "Reuse another layer, or give a \"map\" with \"auto_create_missing\": True."
        );

    /// <summary>ND1032: a variable that is to come from a layer where it has another shape.</summary>
    internal static Diagnostic ReusedWithOtherShape(
        CheckPlace place,
        string variable,
        ImmutableArray<int> shape,
        string source,
        ImmutableArray<int> sourceShape
    ) =>
        Error(
            "ND1032",
            place,
            $"{place.Subject} needs its variable {Quote(variable)} to be {Text(shape)}, but that of {Quote(source)} is {Text(sourceShape)}.",
            "Give both layers the same sizes."
        );

    /// <summary>ND1032: a variable that the map does not name.</summary>
    internal static Diagnostic NotInMap(CheckPlace place, string variable) =>
        Error(
            "ND1032",
            place,
            $"The map of \"reuse_params\" does not say where {place.Subject} takes its variable {Quote(variable)} from.",
            "Name it in the map, or give \"auto_create_missing\": True."
        );

    /// <summary>ND1033: a model that is searched or computed with, and whose parameters are not those that are trained.</summary>
    internal static Diagnostic NotTrained(Net net, Net trained, IEnumerable<string> names, int count) =>
        new(
            "ND1033",
            Severity.Warning,
            FormattableString.Invariant(
                $"{count} parameters of the model '{net.Name}' are not in '{trained.Name}', or of another size: {string.Join(", ", names)}{(count > names.Count() ? ", ..." : "")}."
            )
        )
        {
            Location = net.Location,
            Suggestion = "Call the same modules for each task, held by members of the same names.",
        };

    private static string Text(ImmutableArray<int> shape) => $"[{string.Join(", ", shape)}]";
}
