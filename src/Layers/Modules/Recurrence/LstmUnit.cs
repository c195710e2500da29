namespace NetDsl.Layers;

/// <summary>Which of RETURNN's LSTM implementations computes the cell.</summary>
public enum LstmUnit
{
    /// <summary>
    /// <c>standardlstm</c>: a TensorFlow loop, runs anywhere. One kernel with the columns input, candidate, forget and output gate,
    /// forget bias 1.
    /// </summary>
    Standard,

    /// <summary>
    /// <c>nativelstm2</c>: RETURNN's own kernel, made for GPUs. Columns candidate, input, forget and output gate, forget bias 0.
    /// </summary>
    Native,
}
