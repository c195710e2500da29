namespace NetDsl.Emit;

/// <summary>What a reference stands for.</summary>
internal abstract record ReferenceTarget;
