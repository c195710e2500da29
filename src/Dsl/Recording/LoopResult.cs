namespace NetDsl;

/// <summary>
/// What a loop shall yield: the values of all steps, or the last one. A tensor outside of the loop, none inside of it; made with
/// <see cref="LoopStep.Stack(Tensor)"/> and <see cref="LoopStep.Last(Tensor)"/>.
/// </summary>
public sealed class LoopResult
{
    private readonly Block body;
    private readonly Tensor? value;
    private readonly LoopStateNode? state;
    private readonly bool isLast;

    internal LoopResult(Block body, Tensor value, bool isLast) =>
        (this.body, this.value, this.isLast) = (body, value, isLast);

    internal LoopResult(Block body, LoopStateNode state, bool isLast) =>
        (this.body, this.state, this.isLast) = (body, state, isLast);

    /// <summary>Whether the step of a loop made it.</summary>
    internal bool IsOf(Block loop) => ReferenceEquals(body, loop);

    /// <summary>What it is made of, when all is recorded; a state that nothing assigned stands for itself.</summary>
    internal LoopYield Yield() => new(value ?? state!.Next ?? state.Output, isLast);
}
