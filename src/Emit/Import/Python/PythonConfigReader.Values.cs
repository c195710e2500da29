namespace NetDsl.Emit;

/// <summary>What names stand for: while statements are read, and at last.</summary>
internal sealed partial class PythonConfigReader
{
    // Names that only code can say although statements that made them were run: then these must stay code, too.
    private HashSet<string> Complete()
    {
        var wrong = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in run.GlobalsOfUncalled(CodeNames()))
        {
            scope.Change(name);
        }

        if (!run.IsOn)
        {
            foreach (var name in entries.Names.Where(run.IsForgotten).ToList())
            {
                scope.Change(name);
            }

            return wrong;
        }

        foreach (var name in entries.Names.Where(run.Knows).ToList())
        {
            if (run.ResultOf(name, wrong) is not { } result)
            {
                continue;
            }

            // A line in between that is kept would run before the name is there.
            if (result.ChangedAt > readAt.GetValueOrDefault(name, int.MaxValue) && !result.IsUnknown)
            {
                wrong.Add(name);
            }

            entries.Complete(name, result);
            if (result.IsUnknown)
            {
                scope.Change(name);
            }
        }

        return wrong;
    }

    // The names in code that is kept and not only defined, and those in functions that these name.
    private HashSet<string> CodeNames()
    {
        var names = readAt.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var (key, value) in entries.Values)
        {
            AddCodeNames(value, names);
        }

        return names;
    }

    private void AddCodeNames(OptionValue value, HashSet<string> names)
    {
        switch (value)
        {
            case CodeValue code:
                names.UnionWith(PythonRun.NamesIn(code.Python).SelectMany(run.NamesOf));
                break;
            case SequenceValue sequence:
                foreach (var item in sequence.Items)
                {
                    AddCodeNames(item, names);
                }

                break;
            case DictValue dict:
                foreach (var (key, item) in dict)
                {
                    AddCodeNames(key, names);
                    AddCodeNames(item, names);
                }

                break;
        }
    }

    private void Assign(List<(string Name, int At)> targets, PythonNode node)
    {
        if (tokens.HasFailed)
        {
            return;
        }

        var value = values.Evaluate(node);
        var computed = Computed(targets, node, value);
        var isDeclaration = values.IsDeclaration(node, value, out var hasKind);
        var read = ReadByCode(value, computed).ToHashSet(StringComparer.Ordinal);
        NoteLastReads(read, targets[0].At);
        foreach (var (name, at) in targets)
        {
            if (entries.Assign(name, at) is >= 0 and var before)
            {
                if (read.Contains(name) || lastReadAt.GetValueOrDefault(name, -1) > before)
                {
                    KeepAssignment(name);
                }
                else
                {
                    repeated.ReportName(at, name, before);
                }
            }

            assignments[name] = (targets[0].At, tokens.LastEnd);

            if (isDeclaration)
            {
                dims.Add(new(name, ((DimValue)value.Value).Value, hasKind, source.At(at)));
            }
            else
            {
                entries.Add(name, value.Value, new(at, node.Start, value.Inner));
            }

            if (computed is not null)
            {
                BindComputed(name, computed, at);
            }
            else if (value.Value is CodeValue)
            {
                scope.BindCode(name, at);
                run.BindCode(name, at);
            }
            else
            {
                scope.Bind(name, value, at);
                run.BindCode(name, at);
            }
        }
    }

    private IEnumerable<string> ReadByCode(Evaluated value, object? computed)
    {
        if (computed is not null)
        {
            return PythonRun.CodeNamesOf(computed);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        AddCodeNames(value.Value, names);
        return names;
    }

    // What is more than data, or reads what was computed.
    private object? Computed(List<(string Name, int At)> targets, PythonNode node, Evaluated value)
    {
        if (!run.IsOn && !value.HoldsCode)
        {
            return null;
        }

        var at = targets[0].At;
        if (value.Value is not (CodeValue or DictValue or SequenceValue))
        {
            run.Bind(targets.Select(target => target.Name), value.Value, at);
            return value.Value;
        }

        var computed = run.TryEvaluate(node, at);
        if (run.Problem is { } problem)
        {
            foreach (var (name, _) in targets)
            {
                problems.TryAdd(name, problem);
            }
        }

        if (computed is null || (!run.IsOn && !run.KnowsMore(computed, value)))
        {
            if (run.IsOn)
            {
                Forget(node.Start, node.End);
            }

            return null;
        }

        run.Bind(targets.Select(target => target.Name), computed, at);
        return computed;
    }

    private void BindComputed(string name, object value, int at)
    {
        if (value is OptionValue plain)
        {
            scope.Bind(name, Evaluated.Leaf(plain), at);
        }
        else
        {
            scope.BindCode(name, at);
        }
    }
}
