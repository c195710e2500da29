namespace NetDsl.Emit;

/// <summary>What statements change.</summary>
internal sealed partial class PythonRun
{
    private void Assign(PythonNode target, object value, int valueAt, PythonCallFrame? frame)
    {
        switch (target.Kind)
        {
            case PythonNodeKind.Name:
                AssignName(target.Text!, value, frame);
                break;
            case PythonNodeKind.Group:
                Assign(target.Items[0], value, valueAt, frame);
                break;
            case PythonNodeKind.Tuple or PythonNodeKind.List:
                var items = Each(value, valueAt).ToList();
                if (items.Count != target.Items.Length || target.Items.Any(i => i.Kind == PythonNodeKind.Star))
                {
                    throw Unknown(target.Start, "as many values as names are wanted");
                }

                foreach (var (index, item) in target.Items.Index())
                {
                    Assign(item, items[index], valueAt, frame);
                }

                break;
            case PythonNodeKind.Subscript:
                var container = Evaluate(target.Items[0], frame);
                SetItem(container, Evaluate(target.Items[1], frame), value, target.Items[1].Start, valueAt);
                break;
            default:
                throw Unknown(target.Start, "only Python can assign to this");
        }
    }

    private void AssignName(string name, object value, PythonCallFrame? frame)
    {
        if (frame is not null && !frame.Globals.Contains(name))
        {
            frame.Values[name] = value;
            return;
        }

        effects++;

        if (banned.Contains(name) || scope.IsChanged(name))
        {
            throw Unknown(statementAt, $"code may change {ImportDiagnostics.Quote(name)}");
        }

        var (before, beforeAt) = (globals.GetValueOrDefault(name), boundAt.GetValueOrDefault(name, -1));
        undo.Add(() =>
        {
            boundAt[name] = beforeAt;
            if (before is null)
            {
                globals.Remove(name);
            }
            else
            {
                globals[name] = before;
            }
        });
        globals[name] = value;
        boundAt[name] = statementAt;
        bound.Add(name);
    }

    // `a += b` changes a list itself, and gives any other name a new value.
    private void Augment(PythonStatement statement, PythonCallFrame? frame)
    {
        var (target, right) = (statement.Nodes[0], statement.Nodes[1]);
        switch (target.Kind)
        {
            case PythonNodeKind.Name:
                AssignName(target.Text!, Augmented(Evaluate(target, frame)), frame);
                break;
            case PythonNodeKind.Subscript:
                var container = Evaluate(target.Items[0], frame);
                var key = Evaluate(target.Items[1], frame);
                SetItem(
                    container,
                    key,
                    Augmented(ItemOf(container, key, target.Start)),
                    target.Items[1].Start,
                    right.Start
                );
                break;
            default:
                throw Unknown(target.Start, "only Python can assign to this");
        }

        object Augmented(object left)
        {
            var value = Evaluate(right, frame);
            if (left is not PythonContainer { Kind: not PythonContainerKind.Tuple } known)
            {
                return Binary(left, statement.Text, value, statement.Start);
            }

            if (known.Kind != PythonContainerKind.List || statement.Text != "+")
            {
                throw Unknown(statement.Start, "only Python can change this so");
            }

            var added = Each(value, right.Start).ToList();
            Touch(known, statement.Start);
            foreach (var item in added)
            {
                Step(statement.Start);
                known.Add(new(null, item, right.Start, right.Start));
            }

            return known;
        }
    }

    private void Delete(PythonNode target, PythonCallFrame? frame)
    {
        if (target.Kind != PythonNodeKind.Subscript)
        {
            throw Unknown(target.Start, "only Python can delete this");
        }

        Remove(Evaluate(target.Items[0], frame), Evaluate(target.Items[1], frame), target.Start);
    }

    // Once in a statement what it holds is noted, to be put back if the statement ends.
    private void Touch(PythonContainer container, int at)
    {
        RequireKnown(container, at);
        if (created.Contains(container))
        {
            return;
        }

        effects++;
        if (touched.Add(container))
        {
            Step(at, container.Items.Count / 16);
            PythonItem[] items = [.. container.Items];
            var changedAt = container.ChangedAt;
            undo.Add(() =>
            {
                container.Set(items);
                container.ChangedAt = changedAt;
                touched.Remove(container);
            });
        }

        container.ChangedAt = statementAt;
    }

    private static void RequireKnown(PythonContainer container, int at)
    {
        if (container.IsUnknown || container.HasCodeKeys)
        {
            throw Unknown(at, "code that was not run may have changed this");
        }
    }
}
