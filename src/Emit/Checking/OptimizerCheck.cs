using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>The dict of the optimizer.</summary>
internal sealed class OptimizerCheck(Catalog catalog, OptionCheck options, List<Diagnostic> diagnostics)
{
    /// <summary>Checks the value of the top-level key.</summary>
    internal void Check(OptionValue value, CheckPlace top)
    {
        if (value is not DictValue dict)
        {
            options.CheckValue(new("optimizer", new(ValueKinds.Dict)), value, top);
            return;
        }

        var place = top.At("optimizer") with { Subject = "the optimizer" };
        switch (dict["class"])
        {
            case null:
                diagnostics.Add(SchemaDiagnostics.NoClass(place, near: null));
                break;
            // RETURNN looks it up in lower case.
            case StringValue { Value: var name } when Find(name) is { } optimizer:
                CheckOptions(dict, optimizer, place);
                break;
            case StringValue { Value: var name }:
                var meant = NearMiss.Find(name, catalog.Optimizers.Keys);
                diagnostics.Add(SchemaDiagnostics.UnknownOptimizer(place, name, meant));
                break;
        }
    }

    private OptimizerClass? Find(string name) => catalog.Optimizers.GetValueOrDefault(name.ToLowerInvariant());

    private void CheckOptions(DictValue dict, OptimizerClass optimizer, CheckPlace place) =>
        options.CheckDict(
            dict,
            new(
                optimizer.Name,
                optimizer.Options,
                (name, near) =>
                    name == "learning_rate"
                        ? SchemaDiagnostics.LearningRateInOptimizer(place)
                        : SchemaDiagnostics.UnknownOptimizerOption(place, optimizer, name, near)
            ),
            place
        );
}
