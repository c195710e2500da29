using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>
/// What becomes of the parameters where a net grows. RETURNN carries them by the name of their layer, whatever the variables are called
/// (its <c>TFNetwork.set_param_values_by_dict</c>).
/// </summary>
/// <param name="Carried">Those that are kept as they are.</param>
/// <param name="Resized">Those of another size, of which is kept what fits.</param>
/// <param name="New">Those that begin at their initial values.</param>
internal sealed record GrowthPlan(
    ImmutableArray<string> Carried,
    ImmutableArray<string> Resized,
    ImmutableArray<string> New
)
{
    internal static GrowthPlan Of(
        Config before,
        Config after,
        Func<string, string, string, Diagnostic> impossible,
        List<Diagnostic> diagnostics
    )
    {
        var (old, now) = (ByLayer(before), ByLayer(after));
        var (carried, resized, made) = (
            ImmutableArray.CreateBuilder<string>(),
            ImmutableArray.CreateBuilder<string>(),
            ImmutableArray.CreateBuilder<string>()
        );
        foreach (var (layer, parameters) in now)
        {
            foreach (var (name, shape) in parameters)
            {
                if (!old.TryGetValue(layer, out var earlier) || !earlier.TryGetValue(name, out var size))
                {
                    made.Add(name);
                }
                else if (size.AsSpan().SequenceEqual(shape.AsSpan()))
                {
                    carried.Add(name);
                }
                else
                {
                    resized.Add(name);
                    if (size.Length != shape.Length)
                    {
                        diagnostics.Add(impossible(layer, name, "has another number of dims for"));
                    }
                }
            }
        }

        foreach (var (layer, parameters) in old)
        {
            if (now.TryGetValue(layer, out var later))
            {
                foreach (var name in parameters.Keys.Where(name => !later.ContainsKey(name)))
                {
                    diagnostics.Add(impossible(layer, name, "keeps its name, but no longer has its parameter"));
                }
            }
        }

        return new(carried.ToImmutable(), resized.ToImmutable(), made.ToImmutable());
    }

    // A layer of the root holds what the layers inside of it make. One that has no parameters is there, too: it takes none.
    private static Dictionary<string, Dictionary<string, ImmutableArray<int>>> ByLayer(Config config)
    {
        var source = NetSource.Of(config);
        var structure = NetStructure.Read(source);
        var net = NetInference.Run(structure, source, config);
        var layers = new Dictionary<string, Dictionary<string, ImmutableArray<int>>>(StringComparer.Ordinal);
        foreach (var layer in structure.Layers)
        {
            var outer = layer.Path.Split('/')[0];
            if (!layers.TryGetValue(outer, out var parameters))
            {
                layers.Add(outer, parameters = new(StringComparer.Ordinal));
            }

            foreach (var variable in net[layer].Variables)
            {
                parameters[variable.Name] = variable.Shape;
            }
        }

        return layers;
    }
}
