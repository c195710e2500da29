namespace NetDsl.Emit;

/// <summary>
/// What the layer around feeds into its net: <c>data</c> of a subnetwork or a masked unit, <c>data:source</c> of a loop. Equal
/// only to itself; each input of a scope is one object.
/// </summary>
internal sealed record ScopeInputTarget(NetScope Scope, string Key) : ReferenceTarget
{
    /// <summary>The option of the owner that names the sources.</summary>
    public string Option { get; init; } = "from";

    /// <summary>Which of the sources it is; null if it is all of them, concatenated.</summary>
    public int? Index { get; init; }

    /// <summary>The owner's references that it is made of.</summary>
    public IEnumerable<NetReference> Sources => Scope.Owner!.References.Where(IsSource);

    /// <inheritdoc/>
    public override object Built => this;

    /// <summary>Whether a reference of the owner is one that it is made of.</summary>
    public bool IsSource(NetReference reference) =>
        reference.Option == Option && (Index is null || reference.Index == Index);

    /// <summary>Identity: the owner's references would be compared again and again otherwise.</summary>
    public bool Equals(ScopeInputTarget? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
