using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>The state with which a recurrent layer begins.</summary>
/// <param name="Value">As the layer's option says it.</param>
/// <param name="Parts">The tensors in it.</param>
internal sealed record InitialState(OptionValue Value, ImmutableArray<Tensor> Parts)
{
    /// <summary>The state of an LSTM; null for none.</summary>
    internal static InitialState? Of(LstmState? state) =>
        state is null
            ? null
            : new(OptionValue.Dict(("h", state.Hidden), ("c", state.Cell)), [state.Hidden, state.Cell]);

    /// <summary>The state of a unit whose state is its output; null for none.</summary>
    internal static InitialState? Of(Tensor? state) => state is null ? null : new(state, [state]);

    /// <summary>What is wrong with it; null if nothing is.</summary>
    internal Diagnostic? Fault(string module, Shape expected)
    {
        foreach (var part in Parts)
        {
            if (!part.IsFaulty && !part.Dims.Equals(expected))
            {
                return RecurrentDiagnostics.InitialState(module, part, expected);
            }
        }

        return null;
    }
}
