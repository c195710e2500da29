using System.Globalization;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>The loss of a layer with its options.</summary>
internal sealed class LossCheck(Catalog catalog, OptionCheck options, List<Diagnostic> diagnostics)
{
    private const string NormFactor = "custom_norm_factor";

    private static readonly string[] optionsOfLosses = ["loss_opts", "loss_scale"];

    /// <summary>Checks a layer's <c>loss</c> and <c>loss_opts</c>.</summary>
    internal void Check(DictValue layer, CheckPlace place)
    {
        switch (layer["loss"])
        {
            case null or NoneValue or BoolValue { Value: false }:
                CheckNoLoss(layer, place);
                break;
            case StringValue { Value: var name } when catalog.Losses.TryGetValue(name, out var loss):
                CheckOptions(layer["loss_opts"] as DictValue ?? DictValue.Empty, loss, place);
                break;
            case StringValue { Value: var name }:
                diagnostics.Add(SchemaDiagnostics.UnknownLoss(place, name, catalog.Nearest(name, catalog.Losses.Keys)));
                break;
        }
    }

    private void CheckNoLoss(DictValue layer, CheckPlace place)
    {
        foreach (var option in optionsOfLosses)
        {
            if (layer[option] is not (null or NoneValue))
            {
                diagnostics.Add(SchemaDiagnostics.OptionsWithoutLoss(place, option));
            }
        }
    }

    private void CheckOptions(DictValue given, LossClass loss, CheckPlace place)
    {
        var within = place.At("loss_opts");
        var schema = new OptionDict(
            loss.Name,
            loss.Options,
            (name, near) => SchemaDiagnostics.UnknownLossOption(within, name, loss.Name, near)
        )
        {
            IsLeftOut = _ => false,
        };
        var ofLoss = within with { Words = $"the loss of {place.Subject}" };
        options.CheckDict(given, schema, ofLoss);

        // RETURNN asserts that a number is a float (contract 9).
        if (given[NormFactor] is IntegerValue { Value: var number } whole)
        {
            var written = string.Create(CultureInfo.InvariantCulture, $"{number}.0");
            diagnostics.Add(SchemaDiagnostics.NotReal(ofLoss, NormFactor, whole, written));
        }
    }
}
