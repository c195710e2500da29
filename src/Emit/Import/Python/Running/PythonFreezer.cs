using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>From the objects of a run to values of a config.</summary>
internal sealed class PythonFreezer(ImportSource source, PythonRun run, ISet<string> culprits)
{
    private readonly Dictionary<PythonContainer, Evaluated?> frozen = new(ReferenceEqualityComparer.Instance);
    private int depth;

    /// <summary>Where the last statement is that changed any of it.</summary>
    public int ChangedAt { get; private set; } = -1;

    /// <summary>Whether code that was not run may have changed any of it.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>The value, or null if a config cannot hold it.</summary>
    public Evaluated? Freeze(object value) =>
        value switch
        {
            OptionValue plain => Evaluated.Leaf(plain),
            PythonCode code => IsValid(code) ? Evaluated.Leaf(new CodeValue(code.Text)) : null,
            PythonNative { Object: null, Name: not ("globals()" or "config") } native => Evaluated.Leaf(
                new CodeValue(native.Text)
            ),
            PythonFunction function => Named(function),
            PythonContainer container => Freeze(container),
            _ => null,
        };

    private Evaluated? Freeze(PythonContainer container)
    {
        if (frozen.TryGetValue(container, out var known))
        {
            return known;
        }

        if (depth >= ImportLimits.DeepestNesting)
        {
            return null;
        }

        // Until it is known, what holds itself is nothing that a config can hold.
        frozen[container] = null;
        depth++;
        var value = Contents(container);
        depth--;
        ChangedAt = Math.Max(ChangedAt, container.ChangedAt);
        IsUnknown |= container.IsUnknown;
        return frozen[container] = value;
    }

    private Evaluated? Contents(PythonContainer container)
    {
        var positions = ImmutableArray.CreateBuilder<ValuePosition>(container.Items.Count);
        var values = new List<KeyValuePair<OptionValue, OptionValue>>(container.Items.Count);
        var (weight, deepest) = (1L, 0);
        foreach (var item in container.Items)
        {
            if (Freeze(item.Value) is not { } value)
            {
                return null;
            }

            values.Add(new(item.Spelled ?? item.Key ?? OptionValue.None, value.Value));
            positions.Add(new(item.KeyAt, item.ValueAt, value.Inner));
            weight += value.Weight + 1;
            deepest = Math.Max(deepest, value.Depth);
        }

        var isMixed =
            container.Kind == PythonContainerKind.Dict && values.Exists(value => value.Key is not StringValue);
        if (weight > ImportLimits.MostSubstituted || (isMixed && values.Count > DictBuilder.MostMixedEntries))
        {
            return null;
        }

        OptionValue whole =
            container.Kind == PythonContainerKind.Dict
                ? DictValue.OfValues(values)
                : new SequenceValue(
                    container.Kind switch
                    {
                        PythonContainerKind.List => SequenceKind.List,
                        PythonContainerKind.Tuple => SequenceKind.Tuple,
                        _ => SequenceKind.Set,
                    },
                    [.. values.Select(value => value.Value)]
                );
        return new(whole, new(positions.DrainToImmutable()), weight, deepest + 1);
    }

    // A function by its name, if that is still its own; a lambda of the top level as it is written.
    private Evaluated? Named(PythonFunction function)
    {
        if (function.Frame is not null)
        {
            return null;
        }

        if (function.Lambda is { } lambda)
        {
            return Evaluated.Leaf(new CodeValue(PythonCodeText.OneLine(source, lambda.Start, lambda.End)));
        }

        return run.Global(function.Name!) is PythonFunction { Start: var start } && start == function.Start
            ? Evaluated.Leaf(new CodeValue(function.Name!))
            : null;
    }

    // What the names in it stand for is still what it was when the code was read.
    private bool IsValid(PythonCode code)
    {
        foreach (var name in PythonRun.NamesIn(code.Text))
        {
            if (run.ChangeOf(name) > code.At)
            {
                culprits.Add(name);
                return false;
            }
        }

        return true;
    }
}
