using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// What is known while a pattern is being matched. Everything is appended, so that an alternative that failed is undone by
/// forgetting what came after its <see cref="Mark"/>.
/// </summary>
internal sealed class Bindings
{
    private readonly List<KeyValuePair<string, Tensor>> inputs = [];
    private readonly List<KeyValuePair<string, Parameter>> parameters = [];
    private readonly List<(string Name, double Value, SourceLocation Location)> numbers = [];
    private readonly List<ReduceNode> reductions = [];
    private readonly List<Tensor> taken = [];
    private readonly List<AssignNode> updates = [];

    /// <summary>Tensors for the pattern's inputs, by key.</summary>
    internal NamedValues<Tensor> Inputs => new([.. inputs]);

    /// <summary>Parameters for the pattern's, by name.</summary>
    internal List<KeyValuePair<string, Parameter>> Parameters => parameters;

    /// <summary>Numbers for the pattern's marked ones, by name.</summary>
    internal NamedValues<double> Numbers =>
        new([.. numbers.Select(number => KeyValuePair.Create(number.Name, number.Value))]);

    /// <summary>The reductions passed.</summary>
    internal List<ReduceNode> Reductions => reductions;

    /// <summary>The tensors that belong to the match; inputs and parameters do not.</summary>
    internal List<Tensor> Taken => taken;

    /// <summary>The updates that belong to the match; kept after the last alternative, so that none is undone.</summary>
    internal List<AssignNode> Updates => updates;

    /// <summary>How many steps have fitted.</summary>
    internal int Progress { get; set; }

    /// <summary>Forgets everything, for the next attempt.</summary>
    internal void Clear()
    {
        Undo(default);
        updates.Clear();
    }

    /// <summary>Remembers the present state.</summary>
    internal State Mark() =>
        new(inputs.Count, parameters.Count, numbers.Count, reductions.Count, taken.Count, Progress);

    /// <summary>Forgets what came after a mark; answers false, as the attempt that needs it has failed.</summary>
    internal bool Undo(State mark)
    {
        Cut(inputs, mark.Inputs);
        Cut(parameters, mark.Parameters);
        Cut(numbers, mark.Numbers);
        Cut(reductions, mark.Reductions);
        Cut(taken, mark.Taken);
        Progress = mark.Progress;
        return false;
    }

    /// <summary>The tensor that an input stands for, or null if it is not known yet.</summary>
    internal Tensor? InputOf(string key) => Find(inputs, key);

    /// <summary>The parameter that a parameter stands for, or null if it is not known yet.</summary>
    internal Parameter? ParameterOf(string name) => Find(parameters, name);

    /// <summary>The number that a marked number stands for, with its line; null if it is not known yet.</summary>
    internal (double Value, SourceLocation Location)? NumberOf(string name)
    {
        foreach (var number in numbers)
        {
            if (number.Name == name)
            {
                return (number.Value, number.Location);
            }
        }

        return null;
    }

    internal void Bind(string key, Tensor input) => inputs.Add(new(key, input));

    internal void Bind(string name, Parameter parameter) => parameters.Add(new(name, parameter));

    internal void Bind(string name, double number, SourceLocation location) => numbers.Add((name, number, location));

    internal void Take(Tensor tensor) => taken.Add(tensor);

    internal void Take(List<Tensor> tensors) => taken.AddRange(tensors);

    internal void Take(AssignNode update) => updates.Add(update);

    internal void Take(ReduceNode reduction) => reductions.Add(reduction);

    private static T? Find<T>(List<KeyValuePair<string, T>> entries, string key)
        where T : class
    {
        foreach (var entry in entries)
        {
            if (entry.Key == key)
            {
                return entry.Value;
            }
        }

        return null;
    }

    private static void Cut<T>(List<T> list, int count) => list.RemoveRange(count, list.Count - count);

    /// <summary>How much was known at one point.</summary>
    internal readonly record struct State(
        int Inputs,
        int Parameters,
        int Numbers,
        int Reductions,
        int Taken,
        int Progress
    );
}
