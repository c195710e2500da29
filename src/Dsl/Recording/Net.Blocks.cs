namespace NetDsl;

/// <content>Branches of Conds and bodies of loops: blocks inside of the net.</content>
public sealed partial class Net
{
    /// <summary>Records a branch: what the callback records goes into a block of its own.</summary>
    internal (Block Block, TResult Result) Branch<TResult>(Tensor condition, bool value, Func<TResult> record)
    {
        var (outer, outerModule, outerSite) = (block, module, CallSite);
        var branch = new Block(outer, condition, value);
        block = branch;
        try
        {
            return (branch, record());
        }
        finally
        {
            (block, module, CallSite) = (outer, outerModule, outerSite);
        }
    }

    /// <summary>Records the body of a loop: what the callback records goes into a block of its own.</summary>
    internal (Block Body, TResult Result) LoopBody<TResult>(Func<Block, TResult> record)
    {
        var (outer, outerModule, outerSite) = (block, module, CallSite);
        var body = new Block(outer, condition: null, conditionValue: true);
        block = body;
        try
        {
            return (body, record(body));
        }
        finally
        {
            (block, module, CallSite) = (outer, outerModule, outerSite);
        }
    }

    /// <summary>Adds a node to a loop that is being recorded, also from a block inside of it.</summary>
    internal Tensor RecordIn(Block body, Node node, SourceLocation location)
    {
        RequireInside(body);
        return Record(node, location, body)[0];
    }

    /// <summary>Whether what is recorded now goes right into a loop that is being recorded, not into a block inside of it.</summary>
    internal bool IsRightIn(Block body)
    {
        RequireInside(body);
        return ReferenceEquals(block, body);
    }

    private void RequireInside(Block body)
    {
        if (!body.Encloses(block))
        {
            throw new InvalidOperationException("The body of this loop has been recorded; its step ends with it.");
        }
    }

    /// <summary>Records what a step of a loop computes for some sequences only.</summary>
    internal (Block Body, TResult Result) MaskedBody<TResult>(Tensor mask, Func<TResult> record)
    {
        if (!block.HasScope)
        {
            throw new InvalidOperationException("Masked is recorded right in the body of a loop.");
        }

        var (outer, outerModule, outerSite) = (block, module, CallSite);
        var body = new Block(outer, mask, conditionValue: true) { IsMasked = true };
        block = body;
        try
        {
            return (body, record());
        }
        finally
        {
            (block, module, CallSite) = (outer, outerModule, outerSite);
        }
    }

    /// <summary>Whether what is recorded now goes right into a block, or into what is masked in it.</summary>
    internal bool IsRecordingIn(Block body)
    {
        var recording = block;
        while (recording.IsMasked)
        {
            recording = recording.Parent!;
        }

        return ReferenceEquals(recording, body);
    }

    /// <summary>Adds what is wrong and no node's fault.</summary>
    internal void Report(Diagnostic diagnostic, SourceLocation location) =>
        faults.Add(diagnostic with { Location = location }, nodeCount);
}
