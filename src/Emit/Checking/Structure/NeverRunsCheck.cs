using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Updates and losses that RETURNN builds and never runs, without a word (contract 4.3, 5).</summary>
internal sealed class NeverRunsCheck(
    Config config,
    NetStructure structure,
    NetPlaces places,
    List<Diagnostic> diagnostics
)
{
    private const int MostFindings = 100;
    private const string Assign = "variable_assign";

    // They register what they do with the step, whoever reads them.
    private static readonly HashSet<string> running = new(StringComparer.Ordinal)
    {
        "accumulate_mean",
        "batch_norm",
        "framewise_statistics",
        "hdf_dump",
        "image_summary",
        "print",
    };

    private static readonly string[] hooks = ["darc1", "spatial_smoothing", "debug_print_layer_output"];

    internal void Run()
    {
        CheckUpdates();
        CheckLosses();
    }

    private void CheckUpdates()
    {
        var updates = structure.All.Where(layer => layer.ClassName == Assign).ToList();
        if (updates.Count == 0 || structure.All.Any(layer => layer.IsCode))
        {
            return;
        }

        var run = Upstream.Of(structure.Layers.Where(IsRunBySteps));
        var idle = updates.Where(update => !run.Contains(update)).Select(Cause).Distinct();
        foreach (var layer in idle.Take(MostFindings))
        {
            diagnostics.Add(NetLintDiagnostics.NeverAssigned(places.Of(layer), layer.IsBuilt));
        }
    }

    // An update is not made because what it is in is not.
    private static NetLayer Cause(NetLayer update)
    {
        var cause = update;
        while (cause.Scope.Owner is { IsBuilt: false } owner)
        {
            cause = owner;
        }

        return cause;
    }

    // What the net yields is computed when it is applied; in training only if nothing says what training computes.
    private bool IsRunBySteps(NetLayer layer) =>
        (layer.Options.IsOn("loss") && CondAround(layer) is null)
        || running.Contains(layer.ClassName)
        || hooks.Any(hook => layer.Options.IsOn(hook))
        || !Catalog.Returnn.Layers.ContainsKey(layer.ClassName)
        || IsHook(layer)
        || (layer.Scope.Kind == ScopeKind.Root && layer.Name == "output" && !IsTrained());

    private bool IsTrained() =>
        config["task"] is null or NoneValue or StringValue { Value: "train" }
        && structure.Root.Layers.Any(layer => layer.Options.IsOn("loss"));

    // Code that reaches for the net may register anything.
    private static bool IsHook(NetLayer layer) =>
        layer.ClassName == "eval"
        && layer.Options["eval"] switch
        {
            StringValue text => text.Value.Contains("network", StringComparison.Ordinal),
            _ => true,
        };

    private void CheckLosses()
    {
        var count = 0;
        foreach (var layer in structure.Layers.Where(layer => layer.Options.IsOn("loss")))
        {
            if (CondAround(layer) is { } cond && count++ < MostFindings)
            {
                diagnostics.Add(NetLintDiagnostics.LossInBranch(places.Of(layer), cond));
            }
        }
    }

    private static NetLayer? CondAround(NetLayer layer)
    {
        for (var scope = layer.Scope; scope is not null; scope = scope.Parent)
        {
            if (scope.Kind == ScopeKind.Branch)
            {
                return scope.Owner;
            }
        }

        return null;
    }
}
