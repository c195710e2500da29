namespace NetDsl;

/// <summary>
/// While it is in use, the large dims that a model makes have fewer entries: so a net is computed in a fraction of the time, with all
/// layers and relations that it has. What the model derives from its dims follows.
/// </summary>
internal sealed class DimScale : IDisposable
{
    /// <summary>The smallest dim that is changed.</summary>
    internal const int Smallest = 128;

    // A model makes its dims without anything that could carry this; as the net that is recorded, it holds in one flow of control.
    private static readonly AsyncLocal<DimScale?> current = new();

    private readonly int divisor;
    private readonly DimScale? outer = current.Value;

    /// <param name="divisor">How many times fewer entries.</param>
    internal DimScale(int divisor)
    {
        this.divisor = divisor;
        current.Value = this;
    }

    /// <summary>Whether the model made a dim that is large enough.</summary>
    internal bool IsUsed { get; private set; }

    /// <summary>The size of a dim that is made now.</summary>
    internal static int Of(int size)
    {
        if (size < Smallest || current.Value is not { } scale)
        {
            return size;
        }

        scale.IsUsed = true;
        return size / scale.divisor;
    }

    public void Dispose() => current.Value = outer;
}
