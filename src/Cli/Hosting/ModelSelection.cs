using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>Runs a program's models, which is how their names are known, and picks.</summary>
internal sealed class ModelSelection(CliHost host, IReadOnlyList<Func<Net>> models)
{
    private readonly Dictionary<Net, int> recordedBy = [];

    /// <summary>The one net that is asked for.</summary>
    /// <param name="names">Names from the command line; none for the only model.</param>
    /// <exception cref="ModelException">None, several, or an unknown one; or a model threw.</exception>
    public Net Single(ImmutableArray<string> names)
    {
        var chosen = Chosen(names);
        return chosen is [var only]
            ? only
            : throw ToolDiagnostics.SeveralModels([.. chosen.Select(net => net.Name)], !names.IsEmpty).ToException();
    }

    /// <summary>The nets that are asked for, in the order of the program. What is wrong with others is not told.</summary>
    /// <param name="names">Names from the command line; none for all.</param>
    /// <exception cref="ModelException">An unknown one; or a model threw that may have been meant.</exception>
    public IReadOnlyList<Net> Chosen(ImmutableArray<string> names)
    {
        var failures = new List<Diagnostic>();
        var nets = Record(failures);
        var chosen = names.IsEmpty ? nets : nets.FindAll(net => names.Contains(net.Name));
        RejectDuplicates(chosen);
        if (failures.Count > 0 && (names.IsEmpty || chosen.Count < names.Distinct().Count()))
        {
            // A model that threw has no name: it may be the one that was meant.
            throw new ModelException(failures);
        }

        var unknown = names.Where(name => nets.TrueForAll(net => net.Name != name)).ToArray();
        if (unknown.Length > 0)
        {
            var known = nets.ConvertAll(net => net.Name);
            throw new ModelException(
                unknown.Select(name => ToolDiagnostics.UnknownModel(name, known, Spelling.Closest(name, known)))
            );
        }

        return chosen;
    }

    /// <summary>All nets that could be recorded.</summary>
    /// <param name="failures">Takes why others could not.</param>
    /// <exception cref="ModelException">Two have the same name.</exception>
    public IReadOnlyList<Net> All(List<Diagnostic> failures)
    {
        var nets = Record(failures);
        RejectDuplicates(nets);
        return nets;
    }

    /// <summary>Which of the models recorded a net of this selection.</summary>
    public int PositionOf(Net net) => recordedBy[net];

    /// <summary>Records a net of this selection once more.</summary>
    /// <exception cref="ModelException">The model threw.</exception>
    public Net Again(Net net) => Record(models[PositionOf(net)])!;

    private List<Net> Record(List<Diagnostic> failures)
    {
        var nets = new List<Net>();
        for (var i = 0; i < models.Count; i++)
        {
            try
            {
                var net = Record(models[i]) ?? throw ToolDiagnostics.ModelReturnedNothing(i + 1).ToException();
                nets.Add(net);
                recordedBy[net] = i;
            }
            catch (ModelException failure)
            {
                failures.AddRange(failure.Diagnostics);
            }
        }

        return nets;
    }

    // In a flow of its own: the net being recorded is ambient, and must not be there for the next model.
    private Net? Record(Func<Net> model)
    {
        Net? net = null;
        ExecutionContext.Run(ExecutionContext.Capture()!, _ => net = ModelCode.Call(host, model), state: null);
        return net;
    }

    private static void RejectDuplicates(List<Net> nets)
    {
        var first = new Dictionary<string, Net>(StringComparer.Ordinal);
        foreach (var net in nets)
        {
            if (!first.TryAdd(net.Name, net))
            {
                throw ToolDiagnostics.DuplicateModel(first[net.Name].Location, net).ToException();
            }
        }
    }
}
