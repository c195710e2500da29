using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>Which names of a block are its own: those that it assigns anywhere.</summary>
internal sealed class PythonLocals
{
    private readonly HashSet<string> own = new(StringComparer.Ordinal);
    private readonly HashSet<string> globals = new(StringComparer.Ordinal);

    public IReadOnlySet<string> Own => own;

    public IReadOnlySet<string> Globals => globals;

    public static PythonLocals Of(ImmutableArray<PythonNode> parameters, ImmutableArray<PythonStatement> body)
    {
        var locals = new PythonLocals();
        foreach (var parameter in parameters)
        {
            locals.own.Add(parameter.Text!.TrimStart('*'));
        }

        locals.Add(body);
        locals.own.ExceptWith(locals.globals);
        return locals;
    }

    public static PythonLocals OfTargets(IEnumerable<PythonNode> targets)
    {
        var locals = new PythonLocals();
        foreach (var target in targets)
        {
            locals.Add(target);
        }

        return locals;
    }

    private void Add(ImmutableArray<PythonStatement> body)
    {
        foreach (var statement in body)
        {
            switch (statement.Kind)
            {
                case PythonRunKind.Assign:
                    foreach (var target in statement.Nodes.AsSpan()[..^1])
                    {
                        Add(target);
                    }

                    break;
                case PythonRunKind.Augment or PythonRunKind.For or PythonRunKind.Delete:
                    Add(statement.Nodes[0]);
                    break;
                case PythonRunKind.Function:
                    own.Add(statement.Text);
                    continue;
                case PythonRunKind.Global:
                    globals.UnionWith(statement.Names);
                    break;
            }

            Add(statement.Body);
            Add(statement.Otherwise);
        }
    }

    private void Add(PythonNode target)
    {
        switch (target.Kind)
        {
            case PythonNodeKind.Name:
                own.Add(target.Text!);
                break;
            case PythonNodeKind.Tuple or PythonNodeKind.List or PythonNodeKind.Group or PythonNodeKind.Star:
                foreach (var item in target.Items)
                {
                    Add(item);
                }

                break;
        }
    }
}
