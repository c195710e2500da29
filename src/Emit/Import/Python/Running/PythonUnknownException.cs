namespace NetDsl.Emit;

/// <summary>
/// Ends the run of a statement: what it does is known only to Python. Every expression can end so, at any depth, and no caller but
/// the statement's can go on; this is why it is an exception.
/// </summary>
internal sealed class PythonUnknownException(int at, string reason) : Exception(reason)
{
    /// <summary>Where the cause is.</summary>
    public int At => at;
}
