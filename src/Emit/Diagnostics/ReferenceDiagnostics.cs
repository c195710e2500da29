using System.Globalization;
using static NetDsl.Emit.CheckFinding;
using static NetDsl.Emit.SchemaDiagnostics;

namespace NetDsl.Emit;

/// <summary>ND102x: names in a layer dict that stand for nothing, one method a finding.</summary>
internal static class ReferenceDiagnostics
{
    private const int MostLayers = 6;
    private const int MostBaseWords = 5;

    /// <summary>ND1020: no such layer.</summary>
    internal static Diagnostic NoLayer(CheckPlace place, BrokenReference broken, string? meant) =>
        Error(
            "ND1020",
            place,
            $"{Says(place, broken)}, but {In(broken.Target.Scope)} has no layer {Quote(broken.Target.Name)}.",
            DidYouMean(meant) ?? "Name a layer that is there, or add it."
        );

    /// <summary>ND1021: more <c>base:</c> than nets around.</summary>
    internal static Diagnostic NoParent(CheckPlace place, BrokenReference broken, string? meant) =>
        Error(
            "ND1021",
            place,
            $"{Says(place, broken)}, but there are fewer nets around it than \"base:\" in the name.",
            DidYouMean(meant)
                ?? "Write \"base:\" once for each net that is left; branches of a cond count only by the subnetwork in them."
        );

    /// <summary>ND1022: the input of a net that has none.</summary>
    internal static Diagnostic NoInput(CheckPlace place, BrokenReference broken, int levels)
    {
        var owner = Quote(broken.Target.Scope.Owner!.Path);
        var isLoop = broken.Target.Scope.Kind == ScopeKind.RecUnit;
        var prefix = string.Concat(Enumerable.Repeat("base:", Math.Min(levels, MostBaseWords)));
        return Error(
            "ND1022",
            place,
            $"{Says(place, broken)}, but {owner} has no sources, and so its layers have no input.",
            isLoop
                ? $"Give {owner} the sources in \"from\", or read one step of a layer outside by a rec_unstack layer."
                : $"Write \"{prefix}data:{broken.Target.Name}\" for the input of the whole net, or give {owner} sources in \"from\"."
        );
    }

    /// <summary>ND1023: no such input.</summary>
    internal static Diagnostic NoData(CheckPlace place, BrokenReference broken, string? meant) =>
        Error(
            "ND1023",
            place,
            $"{Says(place, broken)}, but there is no {Quote(broken.Target.Name)} in extern_data.",
            DidYouMean(meant) ?? $"Describe it in extern_data, or name an input that is there."
        );

    /// <summary>ND1024: a step of a loop where no loop is.</summary>
    internal static Diagnostic NoLoop(CheckPlace place, BrokenReference broken)
    {
        var isInside = broken.Layer.Scope.IsInLoop;
        return Error(
            "ND1024",
            place,
            isInside
                ? $"{Says(place, broken)}, but the net it is in is built without the loop around."
                : $"{Says(place, broken)}, but it is in no loop.",
            isInside ? $"Write \"base:\" in front, once for each net up to the loop: \"base:{broken.Reference.Text}\"."
                : broken.Target.Name == ":i"
                    ? "\":i\" is the step of a loop: move the layer into the unit of a rec layer, or number the frames by a range_in_axis layer."
                : "Leave \"prev:\" out, or move the layer into the unit of a rec layer."
        );
    }

    /// <summary>ND1024: two steps back.</summary>
    internal static Diagnostic PreviousTwice(CheckPlace place, BrokenReference broken) =>
        Error(
            "ND1024",
            place,
            $"{Says(place, broken)}, but RETURNN keeps one step only.",
            "Copy the value in a layer of the loop, and read \"prev:\" of that."
        );

    /// <summary>ND1025: layers that need each other.</summary>
    internal static Diagnostic Cycle(CheckPlace place, IReadOnlyList<NetLayer> cycle, bool isInLoop) =>
        Error(
            "ND1025",
            place,
            cycle.Count == 1
                ? $"{place.Subject} reads itself."
                : $"{place.Subject} needs itself: {string.Join(" reads ", Names(cycle))} reads {Quote(cycle[0].Path)}.",
            isInLoop
                ? "Write \"prev:\" where the value of the step before is meant."
                : "Break the cycle; values of a step before exist in the unit of a rec layer only."
        );

    /// <summary>ND1026: a net without output.</summary>
    internal static Diagnostic NoOutput(CheckPlace place, string? near) =>
        Error(
            "ND1026",
            place,
            $"The net inside {place.Subject} has no layer \"output\".",
            near is null
                ? "Call the layer that yields its result \"output\"."
                : $"Did you mean {Quote(near)} to be \"output\"?"
        );

    /// <summary>ND1029: a layer without such a further output.</summary>
    internal static Diagnostic NoSubLayer(CheckPlace place, NetReference reference, string why, string suggestion) =>
        Error(
            "ND1029",
            place,
            $"\"{reference.Option}\" of {place.Subject} names {Quote(reference.Text)}, but {why}.",
            suggestion
        );

    /// <summary>ND1030: a layer that stays in its loop.</summary>
    internal static Diagnostic InsideLoop(CheckPlace place, NetLayer layer, NetReference reference, NetLayer inner) =>
        Error(
            "ND1030",
            place,
            $"\"{Escape(reference.Option)}\" of the layer {Quote(layer.Path)} names {Quote(reference.Text)}, but {Quote(inner.Path)} stays in the loop, and RETURNN keeps none of its frames.",
            $"Set \"is_output_layer\" on {Quote(inner.Path)}."
        );

    private static string Says(CheckPlace place, BrokenReference broken)
    {
        var (layer, reference) = broken;
        return reference.IsImplicit
            ? $"{place.Subject} reads {Quote(reference.Text)} as its \"{reference.Option}\" by default"
            : $"\"{Escape(reference.Option)}\" of the layer {Quote(layer.Path)} names {Quote(reference.Text)}";
    }

    private static string Escape(string text) => Quotation.Escape(text);

    private static string In(NetScope scope) =>
        scope.Owner is { } owner ? $"the net inside {Quote(owner.Path)}" : "the net";

    private static IEnumerable<string> Names(IReadOnlyList<NetLayer> cycle)
    {
        for (var i = 0; i < cycle.Count; i++)
        {
            if (i < MostLayers || i == cycle.Count - 1)
            {
                yield return Quote(cycle[i].Path);
            }
            else if (i == MostLayers)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"... ({cycle.Count - MostLayers - 1} more)");
            }
        }
    }

    private static string? DidYouMean(string? meant) => meant is null ? null : $"Did you mean {Quote(meant)}?";
}
