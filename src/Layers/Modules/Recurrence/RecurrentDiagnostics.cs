namespace NetDsl.Layers;

/// <summary>States of recurrent modules that do not fit (ND206x).</summary>
internal static class RecurrentDiagnostics
{
    /// <summary>The state before the first frame has other dims than the states of the module.</summary>
    internal static Diagnostic InitialState(string module, Tensor state, Shape expected) =>
        new(
            "ND2060",
            Severity.Error,
            $"The states of {module} have the dims {expected}, but it shall begin with {state.Dims}."
        )
        {
            Suggestion = "Map the state to these dims, with Linear for instance.",
        };

    /// <summary>The state after the last frame is asked for, and RETURNN has it for a batch of vectors only.</summary>
    internal static Diagnostic LastState(string module, Tensor input) =>
        new(
            "ND2061",
            Severity.Error,
            $"The last state of {module} can be had of an input of batch, time and features, not of {input.Dims}."
        )
        {
            Suggestion = "Merge the other dims into the features or into the batch first.",
        };
}
