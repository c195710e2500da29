using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>The options of a layer that say something: in one order, without those that only repeat RETURNN's default.</summary>
internal static class MeantOptions
{
    private static readonly string[] implied = ["from", "target"];

    /// <summary>Names and values; no value where RETURNN takes references that nobody wrote. Nets inside are no options.</summary>
    internal static List<KeyValuePair<string, OptionValue?>> Of(NetLayer layer)
    {
        var options = new List<KeyValuePair<string, OptionValue?>>(layer.Options.Count);
        var known = Catalog.Returnn.Layers.GetValueOrDefault(layer.ClassName);
        foreach (var (key, value) in layer.Options)
        {
            if (
                key is StringValue { Value: var name }
                && name != "class"
                && layer.InnerOf(name) is null
                && !IsDefault(known, name, value)
            )
            {
                options.Add(new(name, value));
            }
        }

        foreach (var name in implied)
        {
            if (layer.References.Any(reference => reference.IsImplicit && reference.Option == name))
            {
                options.Add(new(name, null));
            }
        }

        options.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        return options;
    }

    /// <summary>The class under its own name, if it is written under another.</summary>
    internal static string ClassOf(NetLayer layer) =>
        Catalog.Returnn.Layers.TryGetValue(layer.ClassName, out var known) ? known.Name : layer.ClassName;

    // What RETURNN takes out before a layer is made stands in no signature of a class (contract 3.5).
    private static bool IsDefault(LayerClass? known, string name, OptionValue value) =>
        name is "loss_scale" ? NumberOf(value) == 1.0
        : name is "loss_opts" ? value is DictValue { Count: 0 }
        : known is not null
            && Catalog.Returnn.TryGetOption(known, name, out var option)
            && option.Default is { } given
            && (given == value || (NumberOf(given) is { } number && number == NumberOf(value)));

    private static double? NumberOf(OptionValue value) =>
        value switch
        {
            IntegerValue whole => whole.Value,
            RealValue real => real.Value,
            BoolValue flag => flag.Value ? 1 : 0,
            _ => null,
        };
}
