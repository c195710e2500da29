namespace NetDsl;

/// <summary>What a tensor's entries are; the names are RETURNN's.</summary>
public enum DataType
{
    /// <summary>Single precision, the type nets compute in.</summary>
    Float32,

    /// <summary>Whole numbers: class indices, counters.</summary>
    Int32,

    /// <summary>Whole numbers of 64 bits: the global step.</summary>
    Int64,

    /// <summary>Truth values: conditions and masks.</summary>
    Bool,
}
