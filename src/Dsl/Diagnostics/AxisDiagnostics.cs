namespace NetDsl;

/// <summary>ND204x: functions that change dims.</summary>
internal static class AxisDiagnostics
{
    /// <summary>Dims that must have one size, or sizes that must add up or multiply, do not.</summary>
    internal static Diagnostic Sizes(string kind, string what, Tensor operand) =>
        Error("ND2040", $"{kind}: {what}.", operand) with
        {
            Suggestion = "Make dims with sizes that fit.",
        };

    /// <summary>A result would have one dim twice.</summary>
    internal static Diagnostic Taken(string kind, Dim dim, Shape others, Tensor operand) =>
        Error("ND2041", $"{kind} gives {dim} to a tensor that has it already: {others}.", operand) with
        {
            Suggestion = "Make a second dim of the same size for it.",
        };

    /// <summary>A list of dims names one twice, or too few.</summary>
    internal static Diagnostic Named(string kind, string what, Tensor operand) =>
        Error("ND2042", $"{kind} {what}.", operand) with
        {
            Suggestion = "Name each dim once.",
        };

    /// <summary>A dim without a size where one is needed.</summary>
    internal static Diagnostic NoSize(string kind, Dim dim, Tensor operand) =>
        Error("ND2043", $"{kind} needs a dim of fixed size, and {dim} has none.", operand) with
        {
            Suggestion = "Take a dim made with Dim.Feature or Dim.Spatial.",
        };

    /// <summary>A dim without sequences where lengths are needed.</summary>
    internal static Diagnostic NoLengths(string kind, Dim dim, Tensor operand) =>
        Error("ND2043", $"{kind} needs a dim with a length for each sequence, and {dim} has none.", operand) with
        {
            Suggestion = "Take a dim made with Dim.Dynamic; nothing is padded along others.",
        };

    /// <summary>Tensors to be joined differ in other dims.</summary>
    internal static Diagnostic OtherDims(string kind, Shape first, Shape second, Tensor operand) =>
        Error("ND2044", $"{kind} of tensors whose other dims differ: {first} and {second}.", operand) with
        {
            Suggestion = "Give all of them the same dims, with ExpandDim if one lacks some.",
        };

    /// <summary>The batch dim where RETURNN cannot take it, or none where it needs one.</summary>
    internal static Diagnostic Batch(string kind, string what, Tensor operand) =>
        Error("ND2045", $"{kind} {what}, but its operand has the dims {operand.Dims}.", operand) with
        {
            Suggestion = "Sequences of a batch stay apart: leave the batch dim as it is.",
        };

    /// <summary>A filter without the dims that a convolution needs.</summary>
    internal static Diagnostic Filter(string kind, string expected, Tensor filter) =>
        Error("ND2046", $"{kind} needs a filter of {expected}, and this one is {filter.Dims}.", filter) with
        {
            Suggestion =
                "Make it with new Parameter([kernel, inDim, outDim]); of n groups, the second dim is inDim.FloorDiv(n).",
        };

    /// <summary>What would be left of a dim is nothing.</summary>
    internal static Diagnostic NothingLeft(string kind, Dim dim, Tensor operand) =>
        Error("ND2047", $"{kind} leaves nothing of {dim}.", operand) with
        {
            Suggestion = "Take fewer entries away, or a smaller window.",
        };

    /// <summary>The part of a dynamic dim that takes what is left has a length of its own already.</summary>
    internal static Diagnostic NotANewDim(string kind, Dim part, Dim axis, Tensor operand) =>
        Error("ND2048", $"{kind} pads {axis} to a multiple, so {part} cannot be what is left of it.", operand) with
        {
            Suggestion = "Make a new dim with Dim.Dynamic for that part.",
        };

    /// <summary>Something other than a constant behind sequences.</summary>
    internal static Diagnostic PaddedBehind(string kind, Dim dim, Tensor operand) =>
        Error("ND2049", $"{kind} can put only a constant behind the sequences of {dim}.", operand) with
        {
            Suggestion = "Take PadKind.Constant, or pad in front only.",
        };

    private static Diagnostic Error(string code, string message, Tensor operand)
    {
        var diagnostic = new Diagnostic(code, Severity.Error, Printable.Text(message));
        var from = operand.Node.Location;
        return from.IsKnown
            ? diagnostic with
            {
                Related =
                [
                    new RelatedLocation(from, Printable.Text($"the operand: {operand.Node.Kind} {operand.Dims}")),
                ],
            }
            : diagnostic;
    }
}
