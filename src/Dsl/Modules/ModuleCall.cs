namespace NetDsl;

/// <summary>One call of a module, from <see cref="Module.Enter"/> until it is disposed of.</summary>
public readonly struct ModuleCall : IDisposable, IEquatable<ModuleCall>
{
    private readonly Net net;
    private readonly Module? outer;
    private readonly SourceLocation outerSite;
    private readonly Net? outerNet;

    internal ModuleCall(Net net, Module? outer, SourceLocation outerSite, Net? outerNet)
    {
        (this.net, this.outer, this.outerSite, this.outerNet) = (net, outer, outerSite, outerNet);
    }

    /// <summary>Whether both are the same call.</summary>
    public static bool operator ==(ModuleCall left, ModuleCall right) => left.Equals(right);

    /// <summary>Whether they are different calls.</summary>
    public static bool operator !=(ModuleCall left, ModuleCall right) => !left.Equals(right);

    /// <summary>Ends the call: layers are named after the module around it again.</summary>
    public void Dispose() => net.Leave(outer, outerSite, outerNet);

    /// <summary>Runs code of the caller in the middle of the call: what it records has the lines that it would have without the call.</summary>
    internal T WithLinesOfCaller<T>(Func<T> record) => net.At(outerSite, record);

    /// <inheritdoc/>
    public bool Equals(ModuleCall other) =>
        ReferenceEquals(net, other.net) && ReferenceEquals(outer, other.outer) && outerSite == other.outerSite;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ModuleCall other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(net, outer, outerSite);
}
