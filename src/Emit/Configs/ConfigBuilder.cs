using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>Puts a whole config together: what RETURNN needs around the layers (contract 1.3, 1.4, 2).</summary>
internal static class ConfigBuilder
{
    internal static Config Build(
        Graph graph,
        IShapeSpelling spelling,
        ImmutableArray<KeyValuePair<string, OptionValue>> layers
    )
    {
        var training = graph.Net.Training;
        var entries = new List<KeyValuePair<string, OptionValue>>
        {
            // Not "backend": its meaning has changed between revisions (contract 1.3).
            new("use_tensorflow", true),
            new("behavior_version", (training ?? new Training()).BehaviorVersion),
        };
        if (training is not null)
        {
            AddData(entries, training);
        }

        entries.Add(
            new(
                "extern_data",
                DictValue.Of(graph.Inputs.Select(i => KeyValuePair.Create(i.Key, (OptionValue)spelling.Input(i))))
            )
        );
        entries.Add(new("network", DictValue.Of(layers)));
        if (training is not null)
        {
            AddSteps(entries, training);
            entries.AddRange(training.Options);
        }

        return new Config(graph.Name, [.. entries]);
    }

    private static void AddData(List<KeyValuePair<string, OptionValue>> entries, Training training)
    {
        entries.Add(new("task", training.Task));
        AddDataset(entries, "train", training.Train);
        AddDataset(entries, "dev", training.Dev);
        AddDataset(entries, "eval", training.Eval);
    }

    private static void AddDataset(List<KeyValuePair<string, OptionValue>> entries, string key, Dataset? dataset)
    {
        if (dataset is not null)
        {
            entries.Add(new(key, dataset.ToDict()));
        }
    }

    private static void AddSteps(List<KeyValuePair<string, OptionValue>> entries, Training training)
    {
        entries.Add(new("batch_size", training.BatchSize));
        if (training.MaxSequences is { } sequences)
        {
            entries.Add(new("max_seqs", sequences));
        }

        entries.Add(new("num_epochs", training.Epochs));
        if (training.Optimizer is { } optimizer)
        {
            entries.Add(new("optimizer", optimizer.Options));
        }

        entries.Add(new("learning_rate", training.LearningRate));
        entries.Add(new("model", training.Model));
        if (training.Distribution is { } distribution)
        {
            entries.AddRange(distribution.Entries);
        }
    }
}
