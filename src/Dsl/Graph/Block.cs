namespace NetDsl;

/// <summary>Nodes recorded one after another: the net itself, one branch of a Cond, or the body of a loop.</summary>
internal sealed class Block(Block? parent, Tensor? condition, bool conditionValue)
{
    /// <summary>The block around this one; null for the net itself.</summary>
    internal Block? Parent { get; } = parent;

    /// <summary>The condition under which a branch runs; null for the net itself and for loops.</summary>
    internal Tensor? Condition { get; } = condition;

    /// <summary>The value the condition has in this branch.</summary>
    internal bool ConditionValue { get; } = conditionValue;

    /// <summary>Whether it is the body of a loop.</summary>
    internal bool IsLoop => Parent is not null && Condition is null;

    /// <summary>Whether it is computed where a mask is true, and keeps what it has where it is false.</summary>
    internal bool IsMasked { get; init; }

    /// <summary>Whether it is a branch of a Cond.</summary>
    internal bool IsBranch => Condition is not null && !IsMasked;

    /// <summary>Whether RETURNN gives it a scope of variables of its own.</summary>
    internal bool HasScope => IsLoop || IsMasked;

    /// <summary>How many branches and loops are around the nodes of this block.</summary>
    internal int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>The Cond whose branch this is, or the loop; null for the net itself, and while it is being recorded.</summary>
    internal Node? Owner { get; private set; }

    /// <summary>What was recorded, in order.</summary>
    internal List<Node> Nodes { get; } = [];

    /// <summary>The body of a loop in which the nodes of this block are, at any depth; null outside of loops.</summary>
    internal Block? LoopAround
    {
        get
        {
            var block = this;
            while (block is { IsLoop: false })
            {
                block = block.Parent;
            }

            return block;
        }
    }

    /// <summary>Gives a block its Cond or loop; called once.</summary>
    internal void OwnedBy(Node owner) => Owner = owner;

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
