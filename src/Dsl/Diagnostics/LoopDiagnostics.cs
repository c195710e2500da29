using System.Collections.Immutable;

namespace NetDsl;

/// <summary>ND21xx: loops whose steps do not fit together.</summary>
internal static class LoopDiagnostics
{
    /// <summary>A state that no step sets.</summary>
    internal static Diagnostic NeverAssigned(LoopStateNode state) =>
        Error("ND2100", $"{Called(state)} is never assigned, so that each step would find its first value.") with
        {
            Location = state.Location,
            Suggestion = "Say what it is after this step: state.Assign(...).",
        };

    /// <summary>A state that is set twice in one step.</summary>
    internal static Diagnostic AssignedTwice(LoopStateNode state) =>
        Error("ND2101", $"{Called(state)} is assigned twice in one step.") with
        {
            Related = [new(state.NextLocation, "assigned here before")],
            Suggestion = "Assign it once, where its value is known; Cond and Where choose between two values.",
        };

    /// <summary>A state that would have other dims in the next step.</summary>
    internal static Diagnostic StateChanges(LoopStateNode state, Tensor value) =>
        Error(
            "ND2102",
            value.Dims.Equals(state.Output.Dims)
                ? $"{Called(state)} is {TypeOf(state.Output)}, but is assigned {TypeOf(value)}."
                : $"{Called(state)} has the dims {state.Output.Dims}, but is assigned {value.Dims}."
        ) with
        {
            Related = Known(new(state.Location, "the state"), From("the value", value)),
            Suggestion =
                "A state looks the same in each step: give its first value the dims and type of what is assigned.",
        };

    /// <summary>What a loop needs before its first step depends on its steps.</summary>
    internal static Diagnostic NeededBefore(string what, Tensor value) =>
        Error("ND2103", $"{what} is needed before the first step, but depends on the steps of the loop.") with
        {
            Related = Known(From("the value", value)),
            Suggestion = "Compute it from what is known outside of the loop.",
        };

    /// <summary>What says that a loop ends is no truth value for each sequence.</summary>
    internal static Diagnostic EndShape(Tensor condition) =>
        Error(
            "ND2104",
            $"The end of a loop is one truth value for each sequence, [batch], but this is {TypeOf(condition)} of {condition.Dims}."
        ) with
        {
            Related = Known(From("the end", condition)),
            Suggestion =
                "Compare what has no other dims than the batch, or reduce the others with ReduceAll or ReduceAny.",
        };

    /// <summary>A loop that ends twice.</summary>
    internal static Diagnostic EndedTwice(SourceLocation before) =>
        Error("ND2105", "The end of this loop is said twice.") with
        {
            Related = [new(before, "said here before")],
            Suggestion = "Combine both with Or.",
        };

    /// <summary>A sequence that does not have the dim of the loop.</summary>
    internal static Diagnostic NotUnstackable(Tensor sequence, Dim axis) =>
        Error("ND2106", $"The loop runs over {axis}, which is not among the dims {sequence.Dims}.") with
        {
            Related = Known(From("the sequence", sequence)),
            Suggestion = "What is the same in each step is read as it is, without Unstack.",
        };

    /// <summary>Nobody knows how many steps there are.</summary>
    internal static Diagnostic NoLength(LoopNode loop) =>
        Error("ND2107", $"Nothing says how many steps this loop has: no sequence has the dim {loop.Axis}.") with
        {
            Location = loop.Location,
            Suggestion = "Run it over a dim of a sequence, or say when it ends with step.End(...).",
        };

    /// <summary>A loop that may never end.</summary>
    internal static Diagnostic NoMaxLength(Tensor end) =>
        Error(
            "ND2108",
            "A loop that says itself when it ends needs a bound: RETURNN refuses one that may go on for ever."
        ) with
        {
            Related = Known(From("the end", end)),
            Suggestion = "Say how many steps there are at most: maxLength: 100.",
        };

    /// <summary>The bound of a loop is not one whole number.</summary>
    internal static Diagnostic MaxLength(Tensor length) =>
        Error(
            "ND2109",
            $"The most steps of a loop are one whole number, but this is {TypeOf(length)} of {length.Dims}."
        ) with
        {
            Related = Known(From("the bound", length)),
            Suggestion = "Write a number, or reduce lengths to their maximum.",
        };

    /// <summary>The bound of a loop leaves no step.</summary>
    internal static Diagnostic NoStep(Tensor length) =>
        Error("ND2109", "The most steps of a loop are at least one.") with
        {
            Related = Known(From("the bound", length)),
            Suggestion = "Write a number above 0.",
        };

    /// <summary>A loop with a known number of steps says when it ends.</summary>
    internal static Diagnostic EndsKnownLength(LoopNode loop, Node holder) =>
        Error("ND2110", $"This loop says when it ends, but runs over {loop.Axis}, the length of which is known.") with
        {
            Location = loop.Location,
            Related = [new(holder.Location, Printable.Text($"has the dim {loop.Axis}"))],
            Suggestion = "Run it over a dim of its own: Loop(Dim.Dynamic(\"steps\"), ...).",
        };

    /// <summary>The values of all steps would have the dim of the loop twice.</summary>
    internal static Diagnostic StackedTwice(Tensor value, Dim axis) =>
        Error("ND2111", $"A step of a loop over {axis} computes {value.Dims}, which has that dim already.") with
        {
            Related = Known(From("the value", value)),
            Suggestion =
                "Unstack what it is made of to have one frame in each step, or give it a dim of its own with ReplaceDim.",
        };

    /// <summary>What is the same in each step is made a result or a state.</summary>
    internal static Diagnostic NeverChanges(string what, Tensor value) =>
        Error("ND2112", $"{what} is the same in all steps.") with
        {
            Related = Known(From("the value", value)),
            Suggestion = "Use it outside of the loop as it is.",
        };

    /// <summary>Scores that are not one number for each label.</summary>
    internal static Diagnostic ChoiceScores(Tensor scores, Signature label) =>
        Error(
            "ND2115",
            $"A label of {label.Shape} is chosen by one real number for each of {label.Sparse}, but these are {TypeOf(scores)} of {scores.Dims}."
        ) with
        {
            Related = Known(From("the scores", scores)),
            Suggestion = "Map to the classes of the targets, without any other dim but the batch.",
        };

    /// <summary>What says which sequences compute is no truth value for each.</summary>
    internal static Diagnostic MaskShape(Tensor mask) =>
        Error(
            "ND2116",
            $"A mask in a loop is one truth value for each sequence, [batch], but this is {TypeOf(mask)} of {mask.Dims}."
        ) with
        {
            Related = Known(From("the mask", mask)),
            Suggestion = "Where chooses entry by entry.",
        };

    /// <summary>What says which frames stay is no truth value for each.</summary>
    internal static Diagnostic FrameMask(Tensor mask) =>
        Error(
            "ND2117",
            $"A mask of frames is one truth value for each frame, [batch, time] with a dynamic time, but this is {TypeOf(mask)} of {mask.Dims}."
        ) with
        {
            Related = Known(From("the mask", mask)),
            Suggestion = "Compare what has no other dims than the batch and the time.",
        };

    /// <summary>Frames that are left out in each step.</summary>
    internal static Diagnostic FramesInStep(Node node) =>
        Error(
            "ND2118",
            "Frames are left out of whole sequences, not in the step of a loop: RETURNN has no sequences there."
        ) with
        {
            Location = node.Location,
            Suggestion =
                "Do it outside of the loop. In a step, Masked(mask, () => ...) computes something for some of the sequences.",
        };

    /// <summary>A search that reads what it shall find.</summary>
    internal static Diagnostic TargetInSearch(Node reader, InputNode target) =>
        new(
            "ND4007",
            Severity.Error,
            $"This reads {Printable.Quoted(target.Key)}, which is not there when the net searches: what shall be found would leak into the search."
        )
        {
            Location = reader.Location,
            Related = [new(target.Location, "the input")],
            Suggestion =
                "Record losses and what else needs the targets only if net.Task is not NetTask.Search, or declare the input with availableForInference: true.",
        };

    /// <summary>A loop inside of one over the same dim.</summary>
    internal static Diagnostic SameDimAsOuter(LoopNode loop, LoopNode outer) =>
        Error(
            "ND2114",
            $"This loop runs over {loop.Axis}, and so does the one around it: RETURNN takes that for a single step."
        ) with
        {
            Location = loop.Location,
            Related = [new(outer.Location, "the loop around")],
            Suggestion = "Give the sequence of one of them a dim of its own with ReplaceDim.",
        };

    /// <summary>A tensor of a loop is used outside of it.</summary>
    internal static Diagnostic OutsideItsLoop(Node user, Tensor value) =>
        Error(
            "ND2113",
            $"What one step of a loop computes, {value.Node.Kind} {value.Dims}, is used outside of the loop."
        ) with
        {
            Location = user.Location,
            Related = Known(From("recorded here", value)),
            Suggestion =
                "Return step.Stack(x) from the loop for the values of all steps, step.Last(x) for the last one.",
        };

    /// <summary>What is computed for some sequences only is used where all are.</summary>
    internal static Diagnostic OutsideItsMask(Node user, Tensor value) =>
        Error(
            "ND2113",
            $"What Masked computes for some sequences only, {value.Node.Kind} {value.Dims}, is used outside of it."
        ) with
        {
            Location = user.Location,
            Related = Known(From("recorded here", value)),
            Suggestion =
                "Return it from the body of Masked, and use the result: it has a value for the other sequences, too.",
        };

    /// <summary>A state that is set where not every step comes by, or several times in one.</summary>
    internal static Diagnostic SaidInside(LoopStateNode state) =>
        Inside($"{Called(state)} is assigned", "assign it") with
        {
            Related = Known(new RelatedLocation(state.Location, "the state")),
        };

    /// <summary>An end of a loop that is said where not every step comes by, or several times in one.</summary>
    internal static Diagnostic SaidInside(Tensor end) =>
        Inside("The end of a loop is said", "say it") with
        {
            Related = Known(From("the end", end)),
        };

    private static Diagnostic Inside(string what, string say) =>
        Error("ND2119", $"{what} in a branch or a loop inside of the loop that it is of.") with
        {
            Suggestion =
                $"Let the Cond or the loop inside yield the value, and {say} right in the body of its own loop.",
        };

    private static Diagnostic Error(string code, string message) => new(code, Severity.Error, Printable.Text(message));

    private static string Called(LoopStateNode state) =>
        state.Name is null ? "A state" : $"The state {Printable.Quoted(state.Name)}";

    private static RelatedLocation From(string role, Tensor tensor) =>
        new(tensor.Node.Location, Printable.Text($"{role}: {tensor.Node.Kind} {tensor.Dims}"));

    private static ImmutableArray<RelatedLocation> Known(params ReadOnlySpan<RelatedLocation> places)
    {
        var known = ImmutableArray.CreateBuilder<RelatedLocation>(places.Length);
        foreach (var place in places)
        {
            if (place.Location.IsKnown)
            {
                known.Add(place);
            }
        }

        return known.DrainToImmutable();
    }

    private static string TypeOf(Tensor tensor) =>
        tensor.Sparse is { } sparse ? $"class indices into {sparse}" : tensor.Type.ToString().ToLowerInvariant();
}
