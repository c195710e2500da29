using System.Globalization;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Datasets, and those that others are made of.</summary>
internal sealed class DatasetCheck(Catalog catalog, OptionCheck options, List<Diagnostic> diagnostics)
{
    // Deeper than Python reads; the writer says so.
    private const int Deepest = 100;

    /// <summary>Checks a dataset.</summary>
    /// <param name="key">What it is called in the config.</param>
    /// <param name="value">A dict; texts and code are not looked into.</param>
    /// <param name="place">Where it is.</param>
    internal void Check(string key, OptionValue value, CheckPlace place)
    {
        if (value is DictValue { Count: > 0 } dict)
        {
            Check(key, dict, place, 0);
        }
    }

    private void Check(string path, DictValue dict, CheckPlace at, int depth)
    {
        var place = at with { Words = $"the dataset {SchemaDiagnostics.Quote(path)}" };
        switch (dict["class"])
        {
            case null:
                diagnostics.Add(SchemaDiagnostics.NoClass(place, near: null));
                break;
            case StringValue { Value: var name } when catalog.Datasets.TryGetValue(name, out var dataset):
                CheckOptions(dict, dataset, place);
                break;
            case StringValue { Value: var name }:
                diagnostics.Add(
                    SchemaDiagnostics.UnknownDataset(place, name, catalog.Nearest(name, catalog.Datasets.Keys))
                );
                break;
        }

        if (depth < Deepest)
        {
            CheckInner(path, dict, place, depth);
        }
    }

    private void CheckOptions(DictValue dict, DatasetClass dataset, CheckPlace place)
    {
        var schema = new OptionDict(
            dataset.Name,
            dataset.Options,
            (name, near) => SchemaDiagnostics.UnknownDatasetOption(place, name, dataset.Name, near)
        )
        {
            // Options with an underscore are how datasets talk to each other.
            IsLeftOut = name => name == "class" || name.StartsWith('_'),
            IsLoose = true,
        };
        options.CheckDict(dict, schema, place);
    }

    private void CheckInner(string path, DictValue dict, CheckPlace place, int depth)
    {
        if (IsDataset(dict["dataset"]) is { } one)
        {
            Check($"{path}/dataset", one, place.At("dataset"), depth + 1);
        }

        switch (dict["datasets"])
        {
            case DictValue several:
                foreach (var (key, value) in several)
                {
                    if (key is StringValue name && IsDataset(value) is { } inner)
                    {
                        Check($"{path}/{name.Value}", inner, place.At("datasets").At(name.Value), depth + 1);
                    }
                }

                break;
            case SequenceValue sequence:
                for (var i = 0; i < sequence.Items.Length; i++)
                {
                    if (IsDataset(sequence.Items[i]) is { } inner)
                    {
                        var index = i.ToString(CultureInfo.InvariantCulture);
                        Check($"{path}/{index}", inner, place.At("datasets").At(index), depth + 1);
                    }
                }

                break;
        }
    }

    private static DictValue? IsDataset(OptionValue? value) =>
        value is DictValue dict && dict["class"] is not null ? dict : null;
}
