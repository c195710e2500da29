using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>The units of <c>rec</c> and <c>rnn_cell</c> by their names, with the variables of a layer (contract 8, 10).</summary>
internal static class RecurrentCells
{
    private const int YieldsWhatItKeepsFrom = 17;

    /// <summary>The cell; null if its unit is not known, and the step then says so.</summary>
    internal static IRecurrentCell? Of(LayerStep step, bool isOneStep)
    {
        var scope = step.Call.Has("name_scope") ? "" : "rec/";
        var name = step.Call.Text("unit")?.ToLowerInvariant() switch
        {
            "lstm" or "lstmp" => "nativelstm2",
            "cudnnlstm" or "lstmblock" or "lstmblockfused" => isOneStep ? "standardlstm" : "nativelstm2",
            var other => other,
        };
        if (name != "zoneoutlstm" && OptionTruth.IsTrue(step.Call.Option("unit_opts")))
        {
            step.Refuse("unit_opts");
            return null;
        }

        switch (name)
        {
            case "nativelstm" or "nativelstm2" or "vanillalstm":
                return Native(step, scope);
            case "standardlstm":
                return Lstm(step, $"{scope}lstm_cell");
            case "basiclstm":
                return Lstm(step, $"{scope}basic_lstm_cell");
            case "zoneoutlstm":
                return Zoneout(step, $"{scope}lstm_cell");
            case "gru":
                return Gru(step, $"{scope}gru_cell");
            case "basicrnn":
                return Plain(step, $"{scope}basic_rnn_cell");
            default:
                step.Refuse("unit");
                return null;
        }
    }

    private static LstmCell? Native(LayerStep step, string scope) =>
        step.Parameter($"{scope}W") is { } input
        && step.Parameter($"{scope}W_re") is { } recurrent
        && step.Parameter($"{scope}b") is { } bias
            ? new(new[] { input, recurrent }.Join(0), bias, LstmCell.NativeOrder, ForgetBias: 0)
            : null;

    private static LstmCell? Lstm(LayerStep step, string scope) =>
        step.Parameter($"{scope}/kernel") is { } kernel && step.Parameter($"{scope}/bias") is { } bias
            ? new(kernel, bias, LstmCell.TensorFlowOrder, ForgetBias: 1)
            : null;

    private static ZoneoutCell? Zoneout(LayerStep step, string scope)
    {
        var options = step.Call.Option("unit_opts") as DictValue ?? DictValue.Empty;
        var isWhole = options["use_zoneout_output"] is { } given
            ? OptionTruth.IsTrue(given)
            : step.Call.BehaviorVersion >= YieldsWhatItKeepsFrom;
        if (!isWhole)
        {
            step.Refuse("unit_opts");
            return null;
        }

        var noise = step.IsTraining ? new NumberNoise(step.State.Mode.Seed, 1) : null;
        return Lstm(step, scope) is { } inner
            ? new(
                inner,
                Numbers.Of(options["zoneout_factor_cell"]) ?? 0,
                Numbers.Of(options["zoneout_factor_output"]) ?? 0,
                noise
            )
            : null;
    }

    private static GruCell? Gru(LayerStep step, string scope) =>
        step.Parameter($"{scope}/gates/kernel") is { } gatesKernel
        && step.Parameter($"{scope}/gates/bias") is { } gatesBias
        && step.Parameter($"{scope}/candidate/kernel") is { } kernel
        && step.Parameter($"{scope}/candidate/bias") is { } bias
            ? new(gatesKernel, gatesBias, kernel, bias)
            : null;

    private static PlainCell? Plain(LayerStep step, string scope) =>
        step.Parameter($"{scope}/kernel") is { } kernel && step.Parameter($"{scope}/bias") is { } bias
            ? new(kernel, bias)
            : null;
}
