namespace NetDsl.Reference;

/// <summary>Configs are written by people: numbers may not fit each other although all dims do, and then a computation fails.</summary>
internal static class NumberFaults
{
    /// <summary>Whether that may be what an exception means; all others are bugs, or a machine that is too small.</summary>
    internal static bool IsOne(Exception failure) =>
        failure
            is ArgumentException
                or ArithmeticException
                or IndexOutOfRangeException
                or InvalidOperationException
                or InvalidCastException
                or KeyNotFoundException
                or NotSupportedException
                or NullReferenceException;
}
