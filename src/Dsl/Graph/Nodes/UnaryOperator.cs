namespace NetDsl;

/// <summary>Functions of one tensor that work entry by entry.</summary>
internal enum UnaryOperator
{
    Negate,
    Absolute,
    Square,
    Sqrt,
    Rsqrt,
    Reciprocal,
    Exp,
    Log,
    Relu,
    Sigmoid,
    Tanh,
    Gelu,
    Swish,
    Elu,
    Selu,
    Softplus,
    LogSigmoid,
    Sign,
    Floor,
    Ceil,
    Round,
    Cos,
    Sin,
    Not,
}
