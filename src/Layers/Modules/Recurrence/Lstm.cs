using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// A long short-term memory (Hochreiter and Schmidhuber, 1997) along the one dynamic dim of its input.
/// It has no primitive form: RETURNN's <c>rec</c> layer is the building block.
/// </summary>
public sealed class Lstm : Module
{
    /// <summary>An LSTM.</summary>
    /// <param name="output">The cells; the feature dim that comes out.</param>
    /// <param name="unit">Who computes it.</param>
    /// <param name="backward">Whether it runs from the end of each sequence to its start.</param>
    public Lstm(Dim output, LstmUnit unit = LstmUnit.Standard, bool backward = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        (Output, Unit, Backward) = (output, unit, backward);
    }

    /// <summary>The feature dim that comes out.</summary>
    public Dim Output { get; }

    /// <summary>Who computes it.</summary>
    public LstmUnit Unit { get; }

    /// <summary>Whether it runs from the end of each sequence to its start.</summary>
    public bool Backward { get; }

    /// <summary>Runs over a sequence: one output a frame, the output dim in place of the feature dim.</summary>
    /// <param name="x">Holds the batch dim, one dynamic dim and a feature dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">The tensor has no feature dim, or not exactly one dynamic dim.</exception>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var feature = x.RequireFeature(nameof(Lstm));
        var time = x.RequireOneDynamic(nameof(Lstm));
        var options = OptionValue.Dict(("unit", Unit == LstmUnit.Native ? "nativelstm2" : "standardlstm"));
        if (Backward)
        {
            options = options.With("direction", -1);
        }

        // RETURNN puts the variables below "rec" unless the layer has a name_scope (contract 8): keep its names.
        var signature = new Signature([time, .. x.Dims.Except(time, feature), Output], DataType.Float32);
        return Layer.Record(
            "rec",
            [x],
            options.With("out_dim", Output),
            signature,
            new(file, line),
            moduleScopeSuffix: "rec"
        );
    }
}
