namespace NetDsl;

/// <summary>Nodes recorded one after another: the net itself, or one branch of a Cond.</summary>
internal sealed class Block(Block? parent, Tensor? condition, bool conditionValue)
{
    /// <summary>The block around this one; null for the net itself.</summary>
    internal Block? Parent { get; } = parent;

    /// <summary>The condition under which a branch runs; null for the net itself.</summary>
    internal Tensor? Condition { get; } = condition;

    /// <summary>The value the condition has in this branch.</summary>
    internal bool ConditionValue { get; } = conditionValue;

    /// <summary>How many branches are around the nodes of this block.</summary>
    internal int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>The Cond whose branch this is; null for the net itself, and while the branch is being recorded.</summary>
    internal CondNode? Owner { get; private set; }

    /// <summary>What was recorded, in order.</summary>
    internal List<Node> Nodes { get; } = [];

    /// <summary>Gives a branch its Cond; called once.</summary>
    internal void OwnedBy(CondNode cond) => Owner = cond;

    /// <summary>Whether the other block is this one or lies inside it.</summary>
    internal bool Encloses(Block other)
    {
        var block = other;
        while (block.Depth > Depth)
        {
            block = block.Parent!;
        }

        return ReferenceEquals(block, this);
    }
}
