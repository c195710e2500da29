namespace NetDsl.Emit;

/// <summary>The two forms of a config that RETURNN loads (contract 1.1).</summary>
public enum ConfigFormat
{
    /// <summary>A Python file: can say everything.</summary>
    Python,

    /// <summary>A JSON object: no dims, tuples, sets or code.</summary>
    Json,
}
