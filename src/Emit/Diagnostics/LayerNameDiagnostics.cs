using static NetDsl.Emit.CheckFinding;
using static NetDsl.Emit.SchemaDiagnostics;

namespace NetDsl.Emit;

/// <summary>ND1008, ND1027, ND1028: names of layers in a dict (contract 3.1, 10).</summary>
internal static class LayerNameDiagnostics
{
    /// <summary>ND1008: two names, one variable scope.</summary>
    internal static Diagnostic SameScope(CheckPlace place, NetLayer layer, NetLayer first, string variable) =>
        Warning(
            "ND1008",
            place,
            $"The layer names {Quote(first.Path)} and {Quote(layer.Path)} become one variable scope in RETURNN; they silently share {Quote(variable)}.",
            "Use letters, digits, \"_\" and \".\" only; to share on purpose, use \"reuse_params\"."
        );

    /// <summary>ND1027: a name that no other layer can say.</summary>
    internal static Diagnostic Unreachable(CheckPlace place, string name) =>
        Warning(
            "ND1027",
            place,
            $"No layer can refer to {place.Subject}: RETURNN reads {Quote(name)} as something else.",
            "Use letters, digits, \"_\" and \".\" only."
        );

    /// <summary>ND1028: a name that TensorFlow refuses.</summary>
    internal static Diagnostic InvalidScope(CheckPlace place, string option, string text) =>
        Error(
            "ND1028",
            place,
            $"The {option} {Quote(text)} of {place.Subject} is no name of a scope in TensorFlow.",
            "Use letters, digits, \"_\" and \".\" only."
        );

    /// <summary>ND4021: one variable for both branches.</summary>
    internal static Diagnostic SharedByBranches(CheckPlace place, NetLayer layer, NetLayer cond, string variable) =>
        Warning(
            "ND4021",
            place,
            $"{place.Subject} has a namesake in the other branch of {Quote(cond.Path)}; the two silently share {Quote(variable)}.",
            $"Call one of them otherwise, or make {Quote(layer.Name)} outside of the cond and use it in both branches."
        );
}
