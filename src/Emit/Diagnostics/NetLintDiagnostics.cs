using static NetDsl.Emit.CheckFinding;
using static NetDsl.Emit.SchemaDiagnostics;

namespace NetDsl.Emit;

/// <summary>ND402x: nets that RETURNN builds and that do not do what they say.</summary>
internal static class NetLintDiagnostics
{
    /// <summary>ND4020: an update that no step runs.</summary>
    internal static Diagnostic NeverAssigned(CheckPlace place, bool isBuilt) =>
        Warning(
            "ND4020",
            place,
            isBuilt
                ? $"{place.Subject} never changes its variable: nothing that a step computes depends on it."
                : $"{place.Subject} never changes a variable: RETURNN does not even make it, for no output or loss needs it.",
            "Name it in the \"control_dependencies\" of an identity layer on the way to the loss, or register it by an eval layer."
        );

    /// <summary>ND4022: a loss that nobody collects.</summary>
    internal static Diagnostic LossInBranch(CheckPlace place, NetLayer cond) =>
        Warning(
            "ND4022",
            place.At("loss"),
            $"The loss of {place.Subject} is ignored: RETURNN collects none inside the cond {Quote(cond.Path)}.",
            "Return the value from both branches, and put the loss on a layer outside."
        );

    /// <summary>ND4023: a layer that nothing needs.</summary>
    internal static Diagnostic NeverBuilt(CheckPlace place) =>
        Info(
            "ND4023",
            place,
            $"RETURNN does not make {place.Subject}: no output or loss needs it.",
            "Leave it out, or set \"is_output_layer\"."
        );

    /// <summary>ND4024: an input that nothing reads.</summary>
    internal static Diagnostic UnusedInput(CheckPlace place, string key) =>
        Info("ND4024", place, $"No layer reads the input {Quote(key)}.", "Leave it out of extern_data.");

    /// <summary>ND4025: a loss that does not train.</summary>
    internal static Diagnostic LossOfNoWeight(CheckPlace place) =>
        Info(
            "ND4025",
            place,
            $"The loss of {place.Subject} has the scale 0: it is reported, and nothing learns from it.",
            null
        );

    /// <summary>ND4026: defaults of another time.</summary>
    internal static Diagnostic DefaultsOfOldVersion(CheckPlace place, IEnumerable<string> options) =>
        Info(
            "ND4026",
            place,
            $"What {place.Subject} computes depends on the behavior_version, below 12 here, for it leaves out {string.Join(", ", options.Select(option => Quote(option)))}.",
            "Give these options."
        );

    /// <summary>ND4027: a name in a map that no parameter has.</summary>
    internal static Diagnostic UnknownParameter(
        CheckPlace place,
        NetLayer layer,
        string name,
        IEnumerable<string> known
    ) =>
        Warning(
            "ND4027",
            place.At("reuse_params").At("map").At(name),
            $"{place.Subject} has no parameter {Quote(name)} that \"reuse_params\" could bind.",
            $"The class {Quote(layer.ClassName)} has {string.Join(", ", known.Select(parameter => Quote(parameter)))}."
        );
}
