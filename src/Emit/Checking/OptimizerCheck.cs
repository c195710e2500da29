using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>The dict of the optimizer.</summary>
internal sealed class OptimizerCheck(Catalog catalog, OptionCheck options, List<Diagnostic> diagnostics)
{
    private const int NoOldKeysFrom = 2;
    private const string Momentum = "momentum";

    private static readonly string[] oldKeys = ["adam", "nadam", "adadelta", "adagrad", "rmsprop", Momentum];

    /// <summary>Checks the value of the top-level key.</summary>
    internal void Check(OptionValue value, CheckTarget target, CheckPlace top)
    {
        if (value is not DictValue dict)
        {
            options.CheckValue(new("optimizer", new(ValueKinds.Dict)), value, top);
            return;
        }

        var place = top.At("optimizer") with { Words = "the optimizer" };
        switch (dict["class"])
        {
            case null:
                diagnostics.Add(SchemaDiagnostics.NoClass(place, near: null));
                break;
            // RETURNN looks it up in lower case.
            case StringValue { Value: var name } when Find(name) is { } optimizer:
                CheckOptions(dict, optimizer, HasMomentum(target), place);
                break;
            case StringValue { Value: var name }:
                var meant = catalog.Nearest(name, catalog.Optimizers.Keys);
                diagnostics.Add(SchemaDiagnostics.UnknownOptimizer(place, name, meant));
                break;
        }
    }

    /// <summary>Checks the keys that chose an optimizer before there was one for all (contract 1.5).</summary>
    internal void CheckOldKeys(Config config, int behaviorVersion, CheckPlace top)
    {
        if (behaviorVersion < NoOldKeysFrom || config["optimizer"] is not (null or NoneValue or DictValue { Count: 0 }))
        {
            return;
        }

        foreach (var key in oldKeys)
        {
            if (config[key] is { } value && IsOn(value))
            {
                var suggestion = $"Write \"optimizer\": {{\"class\": \"{key}\"}}.";
                diagnostics.Add(SchemaDiagnostics.NoMore(top, key, value, NoOldKeysFrom, suggestion));
            }
        }
    }

    private static bool IsOn(OptionValue value) =>
        value is BoolValue { Value: true } or IntegerValue { Value: not 0 } or RealValue { Value: not 0 };

    private OptimizerClass? Find(string name) => catalog.Optimizers.GetValueOrDefault(name.ToLowerInvariant());

    // RETURNN hands the top-level key to optimizers that take it.
    private static bool HasMomentum(CheckTarget target) =>
        target.Config[Momentum] is { } value
            ? IsOn(value) || value is CodeValue or StringValue
            : target.MayBind(Momentum);

    private void CheckOptions(DictValue dict, OptimizerClass optimizer, bool hasMomentum, CheckPlace place) =>
        options.CheckDict(
            dict,
            new(
                optimizer.Name,
                optimizer.Options,
                (name, near) =>
                    name == "learning_rate"
                        ? SchemaDiagnostics.LearningRateInOptimizer(place)
                        : SchemaDiagnostics.UnknownOptimizerOption(place, optimizer, name, near)
            )
            {
                IsGivenElsewhere = name => hasMomentum && name == Momentum,
            },
            place
        );
}
