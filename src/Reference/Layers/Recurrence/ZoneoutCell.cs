using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>An LSTM that keeps some of what it had (Krueger et al., 2016): each entry by chance while training, else all in part.</summary>
/// <param name="Inner">The LSTM.</param>
/// <param name="OfMemory">How much of the memory is kept.</param>
/// <param name="OfOutput">How much of the output is kept.</param>
/// <param name="Noise">Chance; null outside of training.</param>
internal sealed record ZoneoutCell(LstmCell Inner, double OfMemory, double OfOutput, NumberNoise? Noise)
    : IRecurrentCell
{
    public int StateCount => 2;

    public ImmutableArray<Value> Step(Value input, ImmutableArray<Value> states)
    {
        var after = Inner.Step(input, states);
        return [Kept(states[0], after[0], OfMemory), Kept(states[1], after[1], OfOutput)];
    }

    private Value Kept(Value before, Value after, double share)
    {
        var change = after - before;
        if (Noise is null)
        {
            return before + (change * (1 - share));
        }

        var isNew = new Unary(number => Noise.Of(number) >= share ? 1 : 0).Compute([change.Array]);
        return before + (change * Value.Constant(isNew));
    }
}
