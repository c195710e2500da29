using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>The units of <c>rec</c> and <c>rnn_cell</c> with their variables (contract 10).</summary>
internal static class RecurrentUnits
{
    // Of TensorFlow's LSTMStateTuple.
    private static readonly ImmutableArray<string> memory = ["c", "h"];

    private static readonly FrozenDictionary<string, RecurrentUnit> byName = new RecurrentUnit[]
    {
        new("nativelstm", IsNative: true, TakesIndices: true, Native),
        new("nativelstm2", IsNative: true, TakesIndices: true, Native) { States = memory },
        new("nativelstmlowmem", IsNative: true, TakesIndices: false, NativeInOne),
        new("standardlstm", IsNative: false, TakesIndices: false, unit => Lstm(unit, "lstm_cell")) { States = memory },
        new("basiclstm", IsNative: false, TakesIndices: false, unit => Lstm(unit, "basic_lstm_cell"))
        {
            States = memory,
        },
        new("zoneoutlstm", IsNative: false, TakesIndices: false, unit => Lstm(unit, "lstm_cell")) { States = memory },
        new("gru", IsNative: false, TakesIndices: false, Gru) { States = ["var"] },
        new("basicrnn", IsNative: false, TakesIndices: false, Plain) { States = ["var"] },
        new("vanillalstm", IsNative: false, TakesIndices: false, Native) { States = memory },
        new("rhn", IsNative: false, TakesIndices: false, Highway),
        new("layernormvariantslstm", IsNative: false, TakesIndices: false, NormalizedLstm.Declare) { States = memory },
    }.ToFrozenDictionary(unit => unit.Name, StringComparer.Ordinal);

    /// <summary>The unit of that name; null if nothing is known of it (programs may bring units of their own), or if
    /// RETURNN refuses it: then the call says so.</summary>
    /// <param name="call">The layer.</param>
    /// <param name="name">RETURNN does not mind the case.</param>
    /// <param name="isOneStep">Whether it has to do single steps.</param>
    internal static RecurrentUnit? Find(LayerCall call, string name, bool isOneStep)
    {
        var word = name.ToLowerInvariant() switch
        {
            "lstm" or "lstmp" => "nativelstm2",
            "cudnnlstm" or "lstmblock" or "lstmblockfused" => isOneStep ? "standardlstm" : "nativelstm2",
            var other => other,
        };
        if (byName.TryGetValue(word, out var unit))
        {
            if (!isOneStep || !unit.IsNative)
            {
                return unit;
            }

            call.Fail(
                ShapeFaults.Options(
                    $"The unit {Printable.Quoted(name)} works on whole sequences only and cannot do single steps.",
                    "Use a unit such as \"standardlstm\", or a rec layer.",
                    "unit"
                )
            );
        }

        return null;
    }

    private static void Native(UnitVariables unit)
    {
        var gates = 4 * unit.Size;
        if (unit.Call.Flag("input_projection", otherwise: true))
        {
            unit.Add("W", unit.Input, gates);
            unit.Add("b", gates);
        }
        else if (unit.Input is { } input && gates is { } needed && input != needed)
        {
            unit.Call.Fail(
                ShapeFaults.Size(
                    $"Without input projection the source has {input} features",
                    $"four times the size of the layer, {needed}",
                    "input_projection"
                )
            );
        }

        unit.Add("W_re", unit.Size, gates);
    }

    private static void NativeInOne(UnitVariables unit)
    {
        unit.Add("W", unit.Input + unit.Size, 4 * unit.Size);
        unit.Add("b", 4 * unit.Size);
    }

    private static void Lstm(UnitVariables unit, string scope)
    {
        if (unit.Has("num_proj") || unit.Has("name"))
        {
            unit.Call.UnknownVariables();
            return;
        }

        unit.Add($"{scope}/kernel", unit.Input + unit.Size, 4 * unit.Size);
        unit.Add($"{scope}/bias", 4 * unit.Size);
        if (unit.Flag("use_peepholes"))
        {
            unit.Add($"{scope}/w_f_diag", unit.Size);
            unit.Add($"{scope}/w_i_diag", unit.Size);
            unit.Add($"{scope}/w_o_diag", unit.Size);
        }
    }

    private static void Gru(UnitVariables unit)
    {
        if (unit.Has("name"))
        {
            unit.Call.UnknownVariables();
            return;
        }

        unit.Add("gru_cell/gates/kernel", unit.Input + unit.Size, 2 * unit.Size);
        unit.Add("gru_cell/gates/bias", 2 * unit.Size);
        unit.Add("gru_cell/candidate/kernel", unit.Input + unit.Size, unit.Size);
        unit.Add("gru_cell/candidate/bias", unit.Size);
    }

    private static void Plain(UnitVariables unit)
    {
        if (unit.Has("name"))
        {
            unit.Call.UnknownVariables();
            return;
        }

        unit.Add("basic_rnn_cell/kernel", unit.Input + unit.Size, unit.Size);
        unit.Add("basic_rnn_cell/bias", unit.Size);
    }

    private static void Highway(UnitVariables unit)
    {
        unit.Add("W", unit.Input, 2 * unit.Size);
        unit.Add("b", 2 * unit.Size);
        for (var depth = 0; depth < Math.Min(unit.Integer("depth", 5), DeepestHighway); depth++)
        {
            unit.Add($"rhn_cell/depth_{depth}/W", unit.Size, 2 * unit.Size);
        }
    }

    private const int DeepestHighway = 10_000;
}
