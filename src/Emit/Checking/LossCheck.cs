using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>The loss of a layer with its options.</summary>
internal sealed class LossCheck(Catalog catalog, OptionCheck options, List<Diagnostic> diagnostics)
{
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
                diagnostics.Add(SchemaDiagnostics.UnknownLoss(place, name, NearMiss.Find(name, catalog.Losses.Keys)));
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
        var subject = place with { Subject = $"the loss of {place.Subject}" };
        List<string>? meant = null;
        foreach (var (key, value) in given)
        {
            if (key is not StringValue { Value: var name })
            {
                continue;
            }

            if (loss.Options.TryGet(name, out var option))
            {
                options.CheckValue(option, value, subject);
            }
            else
            {
                var near = NearMiss.Find(name, loss.Options.Names.Where(n => given[n] is null));
                diagnostics.Add(SchemaDiagnostics.UnknownLossOption(place, name, loss.Name, near));
                (meant ??= []).Add(near ?? "");
            }
        }

        foreach (var option in loss.Options.Required)
        {
            if (given[option.Name] is null && meant?.Contains(option.Name) is not true)
            {
                diagnostics.Add(SchemaDiagnostics.Missing(subject, option, loss.Name));
            }
        }
    }
}
