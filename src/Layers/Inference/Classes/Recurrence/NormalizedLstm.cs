namespace NetDsl.Layers;

/// <summary>The unit <c>layernormvariantslstm</c>: an LSTM with layer normalization in several places, as its options say.</summary>
internal static class NormalizedLstm
{
    internal static void Declare(UnitVariables unit)
    {
        var global = unit.Flag("global_norm", otherwise: true);
        var joined = unit.Flag("global_norm_joined");
        var perGate = unit.Flag("per_gate_norm");
        var isConcat = unit.Flag("with_concat");
        if ((global && joined) || (perGate && (global || joined)) || (isConcat && global))
        {
            unit.Call.Fail(
                ShapeFaults.Options(
                    "The unit layernormvariantslstm cannot combine global_norm, global_norm_joined, per_gate_norm and with_concat as it is asked to.",
                    "Switch off global_norm, which is on unless it is said otherwise.",
                    "unit_opts"
                )
            );
            return;
        }

        var gates = 4 * unit.Size;
        if (isConcat)
        {
            unit.Add("W_ff_re", unit.Input + unit.Size, gates);
            Bias(unit, "bias_ff_re", isThere: !perGate && !joined);
        }
        else
        {
            unit.Add("W_ff", unit.Input, gates);
            Bias(unit, "bias_ff", isThere: !global && !joined && !perGate);
            unit.Add("W_re", unit.Size, gates);
        }

        Norms(unit, global, joined, perGate);
    }

    private static void Norms(UnitVariables unit, bool global, bool joined, bool perGate)
    {
        var gates = 4 * unit.Size;
        if (global)
        {
            Norm(unit, "input_below", gates);
            unit.Add("gamma_state_below", gates);
        }

        if (joined)
        {
            Norm(unit, "lstm_in", gates);
        }

        if (perGate)
        {
            foreach (var gate in (ReadOnlySpan<string>)["i_gate", "j_gate", "f_gate", "o_gate"])
            {
                Norm(unit, gate, unit.Size);
            }
        }

        if (unit.Flag("cell_norm", otherwise: true))
        {
            Norm(unit, "new_c", unit.Size);
        }

        if (unit.Flag("hidden_norm"))
        {
            Norm(unit, "new_h", unit.Size);
        }
    }

    private static void Norm(UnitVariables unit, string name, int? size)
    {
        unit.Add($"gamma_{name}", size);
        unit.Add($"beta_{name}", size);
    }

    private static void Bias(UnitVariables unit, string name, bool isThere)
    {
        if (isThere)
        {
            unit.Add(name, 4 * unit.Size);
        }
    }
}
