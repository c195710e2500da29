using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>The dict of the optimizer.</summary>
internal sealed class OptimizerCheck(Catalog catalog, OptionCheck options, List<Diagnostic> diagnostics)
{
    private static readonly CheckPlace place = new("the optimizer", null, SourceLocation.None);

    /// <summary>Checks the value of the top-level key.</summary>
    internal void Check(OptionValue value)
    {
        if (value is not DictValue dict)
        {
            options.CheckValue(new("optimizer", new(ValueKinds.Dict)), value, place with { Subject = "the config" });
            return;
        }

        switch (dict["class"])
        {
            case null:
                diagnostics.Add(SchemaDiagnostics.NoClass(place, near: null));
                break;
            // RETURNN looks it up in lower case.
            case StringValue { Value: var name } when Find(name) is { } optimizer:
                CheckOptions(dict, optimizer);
                break;
            case StringValue { Value: var name }:
                diagnostics.Add(SchemaDiagnostics.UnknownOptimizer(name, NearMiss.Find(name, catalog.Optimizers.Keys)));
                break;
        }
    }

    private OptimizerClass? Find(string name) => catalog.Optimizers.GetValueOrDefault(name.ToLowerInvariant());

    private void CheckOptions(DictValue dict, OptimizerClass optimizer) =>
        options.CheckDict(
            dict,
            new(
                optimizer.Name,
                optimizer.Options,
                (name, near) =>
                    name == "learning_rate"
                        ? SchemaDiagnostics.LearningRateInOptimizer()
                        : SchemaDiagnostics.UnknownOptimizerOption(optimizer, name, near)
            ),
            place
        );
}
