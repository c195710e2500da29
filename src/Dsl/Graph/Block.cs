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

    /// <summary>What was recorded, in order.</summary>
    internal List<Node> Nodes { get; } = [];

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
