using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NetDsl;

/// <summary>
/// One step of a recorded computation. Compared by identity: two dropouts that look alike are two.
/// A node is recorded once and never changed.
/// </summary>
internal abstract class Node(ImmutableArray<Tensor> inputs)
{
    private Node? namer;

    /// <summary>The tensors it reads, in the order that matters to it.</summary>
    internal ImmutableArray<Tensor> Inputs { get; } = inputs;

    /// <summary>Its place in the recording, from 0; -1 for leaves, which belong to no net.</summary>
    internal int Id { get; private set; } = -1;

    /// <summary>
    /// Its number in tables of nodes: its place in the recording, or the one it is given when a rule puts it into a graph; -1 for leaves.
    /// </summary>
    internal int Slot { get; private set; } = -1;

    /// <summary>The net it was recorded in; null for leaves.</summary>
    internal Net? Net { get; private set; }

    /// <summary>The branch it was recorded in; null for leaves.</summary>
    internal Block? Block { get; private set; }

    /// <summary>The module whose call recorded it; null outside of any.</summary>
    internal Module? Module { get; private set; }

    /// <summary>The user's line.</summary>
    internal SourceLocation Location { get; private set; } = SourceLocation.None;

    /// <summary>The layer name the user asked for, if any.</summary>
    internal string? RequestedName { get; set; }

    /// <summary>Where that name was asked for: the module whose call recorded what this node stands for.</summary>
    internal Module? NamedIn => (namer ?? this).Module;

    /// <summary>All tensors that it needs, results of branches among them.</summary>
    internal virtual ImmutableArray<Tensor> Reads => Inputs;

    /// <summary>One word for names and messages: <c>rsqrt</c>, <c>reduce_mean</c>.</summary>
    internal abstract string Kind { get; }

    /// <summary>What it yields, in order. Effects yield nothing.</summary>
    internal ImmutableArray<Tensor> Outputs { get; private set; } = [];

    /// <summary>Its only result.</summary>
    internal Tensor Output => Outputs[0];

    /// <summary>The signatures of its results; reports what does not fit and then answers its best guess.</summary>
    internal abstract ImmutableArray<Signature> Infer(FaultList faults);

    /// <summary>Takes over the name that was asked for a node in the place of which this one stands.</summary>
    internal void TakeNameOf(Node old) => (RequestedName, namer) = (old.RequestedName, old.namer ?? old);

    /// <summary>Gives a recorded node its place; called once, by the net.</summary>
    internal void Place(int id, Net net, Block block, Module? module, SourceLocation location)
    {
        (Id, Slot, Net, Block, Module, Location) = (id, id, net, block, module, location);
    }

    /// <summary>Gives a node made by a rule the place of the one it stands for, and its results.</summary>
    internal void TakePlaceOf(Node old, Module? module = null)
    {
        (Id, Net, Block, Module, Location) = (old.Id, old.Net, old.Block, module ?? old.Module, old.Location);
        Yield(Infer(new FaultList(findings: null, old.Id, old.Location)), faulty: false);
    }

    /// <summary>Gives a node made by a rule its number; called once, by the graph it is put into.</summary>
    internal void Enter(int slot) => Slot = slot;

    /// <summary>Gives the node its results; called once.</summary>
    internal void Yield(ImmutableArray<Signature> signatures, bool faulty)
    {
        var outputs = new Tensor[signatures.Length];
        for (var index = 0; index < signatures.Length; index++)
        {
            outputs[index] = new(this, index, signatures[index], faulty);
        }

        Outputs = ImmutableCollectionsMarshal.AsImmutableArray(outputs);
    }

    /// <summary>Where a leaf was made.</summary>
    internal void Locate(SourceLocation location) => Location = location;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} at {Location}";
}
