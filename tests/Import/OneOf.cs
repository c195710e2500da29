using CsCheck;

namespace NetDsl.Tests.Import;

/// <summary>A choice among values.</summary>
internal static class OneOf
{
    public static Gen<T> Const<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
