namespace NetDsl;

/// <content>What picks, counts, draws, and the losses.</content>
internal static partial class ShapeDiagnostics
{
    /// <summary>More entries are asked for than a dim has.</summary>
    internal static Diagnostic TooFewEntries(string kind, int needed, Dim axis, Tensor operand) =>
        Error("ND2050", FormattableString.Invariant($"{kind} needs {needed} entries, but {axis} has fewer.")) with
        {
            Related = Known(From("the operand", operand)),
            Suggestion = "Ask for as many entries as there are.",
        };

    /// <summary>A function would bring a dim that is there already.</summary>
    internal static Diagnostic DimIsThere(string kind, Dim dim, Tensor operand) =>
        Error("ND2051", $"{kind} brings the dim {dim}, but its operand {operand.Dims} has it already.") with
        {
            Related = Known(From("the operand", operand)),
            Suggestion = "Make a second dim of the same size, and give that.",
        };

    /// <summary>Values to search for have not exactly one dim of their own.</summary>
    internal static Diagnostic NotOneMore(string kind, Tensor sequences, Tensor values) =>
        Error(
            "ND2052",
            $"{kind} of {values.Dims} in {sequences.Dims}: the values need exactly one dim that the sequences do not share."
        ) with
        {
            Related = Known(From("the sequences", sequences), From("the values", values)),
            Suggestion = "Search for several values of each sequence at once, along one dim.",
        };

    /// <summary>Class indices are needed.</summary>
    internal static Diagnostic NotIndices(string kind, Tensor operand) =>
        Error("ND2053", $"{kind} needs class indices, but its operand is {TypeOf(operand)}.") with
        {
            Related = Known(From("the operand", operand)),
            Suggestion = "Declare it with net.Input(..., sparse: classes).",
        };

    /// <summary>How many classes there are is known only when the net runs.</summary>
    internal static Diagnostic ClassesNotKnown(string kind, Dim classes, Tensor operand) =>
        Error("ND2054", $"{kind} needs a known number of classes, but its operand points into {classes}.") with
        {
            Related = Known(From("the operand", operand)),
            Suggestion = "Use indices into a dim with a size.",
        };

    /// <summary>Something that counts along the batch, where RETURNN allows none.</summary>
    internal static Diagnostic AlongBatch(string kind, Tensor operand) =>
        Error("ND2055", $"{kind} cannot work along the batch.") with
        {
            Related = Known(From("the operand", operand)),
            Suggestion = "Name another dim of the indices.",
        };

    /// <summary>A loss of sequences got something else.</summary>
    internal static Diagnostic NotSequences(string kind, int features, Tensor operand) =>
        Error(
            "ND2056",
            features == 0
                ? $"{kind} needs labels of the batch and one dynamic dim, but its operand has the dims {operand.Dims}."
                : $"{kind} needs logits of the batch, one dynamic dim and the classes, but its operand has the dims {operand.Dims}."
        ) with
        {
            Related = Known(From("the operand", operand)),
            Suggestion = "Reduce or merge the other dims first.",
        };

    /// <summary>Labels whose classes are not those of the logits.</summary>
    internal static Diagnostic OtherClasses(string kind, Tensor logits, Tensor target) =>
        Error("ND2057", $"{kind} of {logits.Dims} and labels that are {TypeOf(target)}: the classes do not fit.") with
        {
            Related = Known(From("the logits", logits), From("the labels", target)),
            Suggestion = "Give the logits as many classes as the labels have, or one more for the blank.",
        };

    /// <summary>A class index that is none.</summary>
    internal static Diagnostic NoSuchClass(string kind, int index, Tensor logits) =>
        Error(
            "ND2058",
            FormattableString.Invariant($"{kind} has the blank {index}, which is no class of {logits.Dims}.")
        ) with
        {
            Related = Known(From("the logits", logits)),
            Suggestion = "Count classes from 0; without a number, the blank is the last one.",
        };
}
