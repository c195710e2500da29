using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>ND3017 to ND3019, ND3046, ND4030: nets that grow from one epoch to the next.</summary>
internal static class GrowthDiagnostics
{
    /// <summary>ND3017: a stage whose data the others do not have.</summary>
    internal static Diagnostic OtherInput(Net stage, int epoch, string input) =>
        new(
            "ND3017",
            Severity.Error,
            FormattableString.Invariant(
                $"The net from epoch {epoch} on reads the input \"{input}\" otherwise than the last one."
            )
        )
        {
            Location = stage.Location,
            Suggestion =
                "Make the dims of the inputs once, outside of the stages, and declare the same inputs in each.",
        };

    /// <summary>ND3018: growth at which RETURNN stops.</summary>
    internal static Diagnostic Impossible(Net stage, int epoch, string layer, string parameter, string why) =>
        new(
            "ND3018",
            Severity.Error,
            FormattableString.Invariant(
                $"RETURNN cannot go on with the net from epoch {epoch} on: the layer \"{layer}\" {why} \"{parameter}\"."
            )
        )
        {
            Location = stage.Location,
            Layer = layer,
            Suggestion = "Give the layer another name in this stage (t.Named, or another member), and it begins anew.",
        };

    /// <summary>ND3019: growth in JSON.</summary>
    internal static Diagnostic NotInJson(Net net) =>
        new("ND3019", Severity.Error, $"JSON cannot say that the net '{net.Name}' grows: it takes a function.")
        {
            Location = net.Location,
            Suggestion = "Emit Python instead (-f python).",
        };

    /// <summary>ND3046: what a stage sets, and the last one sets otherwise.</summary>
    internal static Diagnostic OtherSettings(Net stage, int epoch, IEnumerable<string> keys) =>
        new(
            "ND3046",
            Severity.Warning,
            FormattableString.Invariant(
                $"The net from epoch {epoch} on sets {string.Join(", ", keys.Select(Printable.Quoted))} otherwise than the last one, whose values hold in all epochs."
            )
        )
        {
            Location = stage.Location,
            Suggestion = "Give all stages the same Training, or the last one alone.",
        };

    /// <summary>ND3046: a stage with another name.</summary>
    internal static Diagnostic OtherName(Net stage, int epoch, Net last) =>
        new(
            "ND3046",
            Severity.Warning,
            FormattableString.Invariant(
                $"The net from epoch {epoch} on is named {Printable.Quoted(stage.Name)}, but the config gets the name of the last one, {Printable.Quoted(last.Name)}."
            )
        )
        {
            Location = stage.Location,
            Suggestion = "Give all stages one name.",
        };

    /// <summary>ND4030: what becomes of the parameters.</summary>
    internal static Diagnostic Plan(Net stage, int epoch, GrowthPlan plan) =>
        new(
            "ND4030",
            Severity.Info,
            FormattableString.Invariant(
                $"From epoch {epoch} on, {plan.Carried.Length} parameters are carried, {plan.Resized.Length} are resized{Names(plan.Resized)}, {plan.New.Length} are new{Names(plan.New)}."
            )
        )
        {
            Location = stage.Location,
        };

    private static string Names(ImmutableArray<string> names) =>
        names.Length switch
        {
            0 => "",
            <= 4 => $" ({string.Join(", ", names)})",
            _ => $" ({string.Join(", ", names.Take(4))}, ...)",
        };
}
