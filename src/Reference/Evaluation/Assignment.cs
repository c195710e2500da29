using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>A write to a variable, to be done once behind the step.</summary>
/// <param name="Layer">The layer that wants it.</param>
/// <param name="Parameter">The variable's name.</param>
/// <param name="Value">What is assigned or added.</param>
/// <param name="IsSum">Whether it is added.</param>
internal sealed record Assignment(NetLayer Layer, string Parameter, NdArray Value, bool IsSum)
{
    /// <summary>Whether every step does it, as a batch norm does; all others only if something that a step fetches needs them (contract 4.3).</summary>
    internal bool IsRegistered { get; init; }

    /// <summary>The variable behind it.</summary>
    internal NdArray After(NdArray before) =>
        IsSum ? Binary.Add.Compute([before, Value]) : Broadcasting.Fill(Value, before.Shape);
}
