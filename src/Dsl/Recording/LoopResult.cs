namespace NetDsl;

/// <summary>
/// What a loop shall yield: the values of all steps, or the last one. A tensor outside of the loop, none inside of it; made with
/// <see cref="LoopStep.Stack(Tensor)"/> and <see cref="LoopStep.Last(Tensor)"/>.
/// </summary>
public sealed class LoopResult
{
    private readonly Tensor? value;
    private readonly LoopStateNode? state;
    private readonly bool isLast;

    internal LoopResult(Tensor value, bool isLast) => (this.value, this.isLast) = (value, isLast);

    internal LoopResult(LoopStateNode state, bool isLast) => (this.state, this.isLast) = (state, isLast);

    /// <summary>What it is made of, when all is recorded; a state that nothing assigned stands for itself.</summary>
    internal LoopYield Yield() => new(value ?? state!.Next ?? state.Output, isLast);
}
