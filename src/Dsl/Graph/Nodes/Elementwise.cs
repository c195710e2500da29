namespace NetDsl;

/// <summary>What all entry-by-entry nodes ask of their operands.</summary>
internal static class Elementwise
{
    /// <summary>The dims of the result; a fault if neither operand holds all of them and nobody asked for it.</summary>
    internal static Shape CommonShape(string kind, Tensor left, Tensor right, FaultList faults)
    {
        if (left.Dims.ContainsAll(right.Dims))
        {
            return left.Dims;
        }

        if (right.Dims.ContainsAll(left.Dims))
        {
            return right.Dims;
        }

        if (!left.MayBroadcast && !right.MayBroadcast)
        {
            faults.Add(ShapeDiagnostics.DimMismatch(kind, left, right));
        }

        return left.Dims.Union(right.Dims);
    }

    /// <summary>The type of the result; a constant takes the other operand's type where no digit is lost.</summary>
    internal static DataType CommonType(string kind, Tensor left, Tensor right, FaultList faults)
    {
        if (CommonType(left, right) is { } type)
        {
            return type;
        }

        faults.Add(ShapeDiagnostics.TypeMismatch(kind, left, right));
        return right.Type;
    }

    /// <summary>As <see cref="CommonType(string, Tensor, Tensor, FaultList)"/>; null if there is none.</summary>
    internal static DataType? CommonType(Tensor left, Tensor right) =>
        left.Type == right.Type || Adapts(right, left.Type) ? left.Type
        : Adapts(left, right.Type) ? right.Type
        : null;

    /// <summary>Whether a tensor can stand for one of another type: whole numbers written in the model are numbers of any kind.</summary>
    internal static bool Adapts(Tensor operand, DataType type) =>
        operand.Node is ConstantNode { Value: IntegerValue } && type is DataType.Float32 or DataType.Int64;
}
