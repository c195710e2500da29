using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Values of options: their types, and the words that they may be.</summary>
internal sealed class OptionCheck(Catalog catalog, int behaviorVersion, List<Diagnostic> diagnostics)
{
    private readonly AxisCheck axes = new(behaviorVersion, diagnostics);

    /// <summary>Checks one value against what its option takes.</summary>
    internal void CheckValue(LayerOption option, OptionValue value, CheckPlace place, bool isLoose = false)
    {
        if (!(isLoose ? option.Type.AcceptsFamily(value) : option.Type.Accepts(value)))
        {
            diagnostics.Add(SchemaDiagnostics.WrongType(place, option, value));
        }
        else if (option.Axes != AxisPlaces.None)
        {
            axes.Check(option, value, place);
        }
        else
        {
            CheckWord(option, value, place);
            CheckAge(option, value, place);
        }
    }

    /// <summary>Checks the dict of a loss, an optimizer or a dataset.</summary>
    internal void CheckDict(DictValue dict, OptionDict schema, CheckPlace place)
    {
        List<string>? meant = null;
        foreach (var (key, value) in dict)
        {
            if (key is not StringValue { Value: var name } || schema.IsLeftOut(name))
            {
                continue;
            }

            if (schema.Options.TryGet(name, out var option))
            {
                CheckValue(option, value, place, schema.IsLoose);
            }
            else
            {
                var near = catalog.Nearest(name, schema.Options.Names.Where(n => dict[n] is null));
                diagnostics.Add(schema.Unknown(name, near));
                (meant ??= []).Add(near ?? "");
            }
        }

        foreach (var option in schema.Options.Required)
        {
            var isMissing = dict[option.Name] is null && !schema.IsGivenElsewhere(option.Name);
            if (isMissing && meant?.Contains(option.Name) is not true)
            {
                diagnostics.Add(SchemaDiagnostics.Missing(place, option, schema.ClassName));
            }
        }
    }

    /// <summary>Checks the axis of one source, where sources come with axes.</summary>
    internal void CheckAxis(string option, OptionValue axis, CheckPlace place) =>
        axes.Check(new(option, OptionType.Anything) { Axes = AxisPlaces.Items }, axis, place);

    private void CheckWord(LayerOption option, OptionValue value, CheckPlace place)
    {
        var named = value is DictValue dict && option.Words is { NamesClasses: true } ? dict["class"] : value;
        if (option.Words is not { } words || named is not StringValue { Value: var text } || words.Knows(text))
        {
            return;
        }

        var meant = catalog.Nearest(text, words.Words);
        // What TensorFlow looks up by name may be there all the same; a near miss of a common word hardly is.
        diagnostics.Add(
            words.IsOpen && meant is null
                ? SchemaDiagnostics.RareWord(place, option.Name, text)
                : SchemaDiagnostics.UnknownWord(place, option.Name, text, meant, words)
        );
    }

    private void CheckAge(LayerOption option, OptionValue value, CheckPlace place)
    {
        if (option.Old is { } old && behaviorVersion >= old.Until && value is BoolValue flag && flag.Value == old.Value)
        {
            var suggestion = $"Write {(old.Value ? "False" : "True")}, or leave it out.";
            diagnostics.Add(SchemaDiagnostics.NoMore(place, option.Name, value, old.Until, suggestion));
        }
    }
}
