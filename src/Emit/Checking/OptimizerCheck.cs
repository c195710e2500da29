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

    private void CheckOptions(DictValue dict, OptimizerClass optimizer)
    {
        List<string>? meant = null;
        foreach (var (key, value) in dict)
        {
            if (key is not StringValue { Value: var name } || name == "class")
            {
                continue;
            }

            if (name == "learning_rate")
            {
                diagnostics.Add(SchemaDiagnostics.LearningRateInOptimizer());
            }
            else if (optimizer.Options.TryGet(name, out var option))
            {
                options.CheckValue(option, value, place);
            }
            else
            {
                var near = NearMiss.Find(name, optimizer.Options.Names.Where(n => dict[n] is null));
                diagnostics.Add(SchemaDiagnostics.UnknownOptimizerOption(optimizer, name, near));
                (meant ??= []).Add(near ?? "");
            }
        }

        foreach (var option in optimizer.Options.Required)
        {
            if (dict[option.Name] is null && meant?.Contains(option.Name) is not true)
            {
                diagnostics.Add(SchemaDiagnostics.Missing(place, option, optimizer.Name));
            }
        }
    }
}
