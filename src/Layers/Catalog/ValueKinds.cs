namespace NetDsl.Layers;

/// <summary>What an option can hold.</summary>
[Flags]
internal enum ValueKinds
{
    /// <summary>Nothing that a config can write, or nothing but <c>None</c> and code.</summary>
    None = 0,

    /// <summary>True or false.</summary>
    Bool = 1,

    /// <summary>A whole number.</summary>
    Integer = 2,

    /// <summary>Any number.</summary>
    Real = 4,

    /// <summary>A text.</summary>
    Text = 8,

    /// <summary>The name of a layer.</summary>
    Layer = 16,

    /// <summary>A dim.</summary>
    Dim = 32,

    /// <summary>A list, tuple or set.</summary>
    Sequence = 64,

    /// <summary>A dict.</summary>
    Dict = 128,

    /// <summary>Anything: the type is not known well enough to complain.</summary>
    Anything = 256,
}
