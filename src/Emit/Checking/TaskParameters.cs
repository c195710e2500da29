using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// Whether a model has the same parameters for each task: what is searched or computed with has to be what was trained.
/// </summary>
public static class TaskParameters
{
    private const int MostNames = 5;

    /// <summary>
    /// Compares the models of a program: each one that is not trained with the one that is and has most of its parameters. A model that
    /// has nothing in common with any is compared with none.
    /// </summary>
    /// <param name="models">The models, with what was emitted of each.</param>
    /// <returns>A warning for each model that the checkpoint of the other does not fit.</returns>
    public static ImmutableArray<Diagnostic> Compare(IReadOnlyList<(Net Net, Emission Emission)> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var hasTrained = models.Any(model => model.Net.Task == NetTask.Train);
        if (!hasTrained || models.All(model => model.Net.Task == NetTask.Train))
        {
            return [];
        }

        var manifests = models.Select(model => (model.Net, Parameters: Manifest.Of(model.Emission.Config))).ToList();
        var trained = manifests.Where(model => model.Net.Task == NetTask.Train).ToList();
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (net, parameters) in manifests)
        {
            if (net.Task == NetTask.Train)
            {
                continue;
            }

            var (other, made) = trained.MaxBy(model => parameters.CountIn(model.Parameters));
            if (parameters.CountIn(made) > 0 && parameters.NotIn(made) is { Count: > 0 } missing)
            {
                findings.Add(VariableDiagnostics.NotTrained(net, other, missing.Take(MostNames), missing.Count));
            }
        }

        return findings.ToImmutable();
    }

    private sealed record Manifest(Dictionary<string, LayerVariable> Variables, bool IsComplete)
    {
        internal static Manifest Of(Config config)
        {
            var source = NetSource.Of(config);
            var structure = NetStructure.Read(source);
            var net = NetInference.Run(structure, source, config);
            return new(
                net.Variables().ToDictionary(variable => variable.Name, StringComparer.Ordinal),
                structure.Layers.All(layer => net[layer].KnowsVariables)
            );
        }

        internal int CountIn(Manifest other) => Variables.Keys.Count(other.Variables.ContainsKey);

        // What is not known of the other is not missing there.
        internal List<string> NotIn(Manifest other)
        {
            var names = new List<string>();
            foreach (var (name, variable) in Variables)
            {
                var isThere = other.Variables.TryGetValue(name, out var made);
                if (isThere ? !made!.Shape.AsSpan().SequenceEqual(variable.Shape.AsSpan()) : other.IsComplete)
                {
                    names.Add(name);
                }
            }

            names.Sort(StringComparer.Ordinal);
            return names;
        }
    }
}
