using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>What is computed along sequences.</content>
public static partial class Ops
{
    /// <summary>The sum of each entry and all before it along a dim.</summary>
    /// <param name="x">Holds the dim; numbers.</param>
    /// <param name="axis">The dim, which stays.</param>
    /// <param name="exclusive">Whether the entry itself is left out: subtracted again, as RETURNN has no option for it.</param>
    /// <param name="reverse">Whether the entries behind are summed instead; frames behind the end of a sequence are left out then.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Cumsum(
        Tensor x,
        Dim axis,
        bool exclusive = false,
        bool reverse = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = "cumsum";
        var location = new SourceLocation(file, line);
        var clears = reverse && axis.IsDynamic;

        // A plain 0 in the place of padding is an int32 for TensorFlow.
        var fits = x.Type == DataType.Float32 || x.Type == DataType.Int32 || (x.Type == DataType.Int64 && !clears);
        var fault =
            !x.Dims.Contains(axis) ? ShapeDiagnostics.NoSuchDim(Kind, [axis], x)
            : !fits || x.Sparse is not null
                ? ShapeDiagnostics.WrongType(Kind, clears ? "a real number or an int32" : "a number", x)
            : null;
        var summed = clears && fault is null ? WithoutPadding(x, axis, location) : x;
        var sum = Layer.Function(
            Kind,
            [summed],
            OptionValue.Dict(("axis", axis), ("reverse", reverse)),
            x.Signature,
            location,
            fault
        );
        return exclusive ? Binary(BinaryOperator.Subtract, sum, x, location) : sum;
    }

    // RETURNN's cumsum has no mask: from the end, padding comes first.
    private static Tensor WithoutPadding(Tensor x, Dim axis, SourceLocation location) =>
        Layer.Function(
            "seq_len_mask",
            [x],
            OptionValue.Dict(("axis", axis), ("mask_value", x.Type == DataType.Float32 ? 0.0 : (OptionValue)0)),
            x.Signature,
            location
        );
}
