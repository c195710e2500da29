using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>
/// Runs the statements of a config that make data: assignments to items, loops over what is known, functions that give dicts. Each
/// statement is run as a whole or not at all: what only Python can do ends it, and all is as it was. Nothing is read or written but
/// values, and the steps are counted.
/// </summary>
internal sealed partial class PythonRun
{
    private readonly ImportSource source;
    private readonly PythonScope scope;
    private readonly PythonDims dims;
    private readonly IReadOnlySet<string> banned;
    private readonly Dictionary<string, object> globals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> boundAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> changedAt = new(StringComparer.Ordinal);
    private readonly List<Action> undo = [];
    private readonly HashSet<PythonContainer> touched = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PythonContainer> created = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PythonFunction, int> functions = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> bound = [];
    private readonly Dictionary<(string, int), NameUse> uses = [];
    private int statementAt;
    private int effects;
    private int failures;
    private long steps;
    private int calls;

    /// <param name="source">The text of the config.</param>
    /// <param name="scope">The names that statements so far have bound.</param>
    /// <param name="dims">Reads dims.</param>
    /// <param name="banned">Names that no statement may touch while it is run; null if none is run at all.</param>
    public PythonRun(ImportSource source, PythonScope scope, PythonDims dims, IReadOnlySet<string>? banned)
    {
        (this.source, this.scope, this.dims) = (source, scope, dims);
        this.banned = banned ?? new HashSet<string>();
        steps = banned is null ? ImportLimits.MostSteps : 0;
    }

    /// <summary>Whether a statement was run: from then on values are objects that can change.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Why the last statement was not run.</summary>
    public PythonUnknownException? Problem { get; private set; }

    /// <summary>What of RETURNN's command line was taken to be absent.</summary>
    public List<(string Key, int At)> Asked { get; } = [];

    /// <summary>Names whose values were read.</summary>
    public IEnumerable<NameUse> Uses => uses.Values;

    /// <summary>
    /// Runs the statement at a place. False if that cannot be, and nothing has changed; true and the names that it bound if all that it
    /// does is done, null if it did nothing at all.
    /// </summary>
    public bool TryRun(int start, out IReadOnlyList<string>? names)
    {
        names = null;
        if (!MayGoOn || PythonStatements.Read(source, start) is not { } statement)
        {
            return false;
        }

        var result = Attempt(
            start,
            () =>
            {
                if (Run(statement, null) != PythonFlow.Next)
                {
                    throw Unknown(start, "it leaves a loop or a function that is not there");
                }

                foreach (var name in bound)
                {
                    RequireExpressible(name, start);
                    uses[(name, start)] = new(name, source.At(start));
                }

                RequireLasting(start);

                return OptionValue.None;
            }
        );
        if (result is null)
        {
            return false;
        }

        names = effects == 0 ? null : [.. bound.Distinct()];
        IsOn |= effects > 0;
        return true;
    }

    /// <summary>The value of an assignment, with what only Python knows as code; null if even that is not possible.</summary>
    public object? TryEvaluate(PythonNode node, int start) =>
        MayGoOn ? Attempt(start, () => ValueOf(node, null)) : null;

    /// <summary>Names get the value of an assignment.</summary>
    public void Bind(IEnumerable<string> names, object value, int start)
    {
        IsOn = true;
        foreach (var name in names)
        {
            globals[name] = value;
            boundAt[name] = start;
        }
    }

    /// <summary>A name is bound by something that is not run here.</summary>
    public void BindCode(string name, int start)
    {
        globals.Remove(name);
        boundAt[name] = start;
    }

    /// <summary>Code that is not run may bind these names, or change what they stand for.</summary>
    public void NoteChange(string name, int start) => changedAt[name] = start;

    /// <summary>A function is defined. Its defaults are what they are now.</summary>
    public void Define(string name, int start)
    {
        BindCode(name, start);
        if (
            MayGoOn
            && PythonStatements.Read(source, start) is { Kind: PythonRunKind.Function } function
            && Attempt(start, () => FunctionOf(function, null)) is { } value
        )
        {
            globals[name] = value;
        }
    }

    /// <summary>A name is imported.</summary>
    public void Import(string name, string module, string original, int start)
    {
        BindCode(name, start);
        var full = original.Length == 0 ? module : $"{module}.{original}";
        if (PythonNatives.IsKnown(full) && (original.Length > 0 || !module.Contains('.', StringComparison.Ordinal)))
        {
            globals[name] = new PythonNative(full) { Text = name };
        }
    }

    private bool MayGoOn => steps < ImportLimits.MostSteps && failures < ImportLimits.MostFailures;

    // All or nothing.
    private object? Attempt(int start, Func<object> work)
    {
        (statementAt, effects, calls) = (start, 0, 0);
        undo.Clear();
        touched.Clear();
        created.Clear();
        bound.Clear();
        var usesBefore = uses.Count;
        var askedBefore = Asked.Count;
        try
        {
            Problem = null;
            return work();
        }
        catch (PythonUnknownException problem)
        {
            Problem = problem;
            failures++;
            Undo(0);
            bound.Clear();
            Asked.RemoveRange(askedBefore, Asked.Count - askedBefore);
            foreach (var use in uses.Keys.Skip(usesBefore).ToList())
            {
                uses.Remove(use);
            }

            return null;
        }
    }

    private void Undo(int mark)
    {
        for (var at = undo.Count - 1; at >= mark; at--)
        {
            undo[at]();
        }

        undo.RemoveRange(mark, undo.Count - mark);
    }

    private void Step(int at, long count = 1)
    {
        steps += count;
        if (steps > ImportLimits.MostSteps)
        {
            throw Unknown(at, "it takes too many steps");
        }
    }

    private static PythonUnknownException Unknown(int at, string reason) => new(at, reason);

    private PythonFlow Run(ImmutableArray<PythonStatement> block, PythonCallFrame? frame)
    {
        foreach (var statement in block)
        {
            if (Run(statement, frame) is not PythonFlow.Next and var flow)
            {
                return flow;
            }
        }

        return PythonFlow.Next;
    }

    private PythonFlow Run(PythonStatement statement, PythonCallFrame? frame)
    {
        Step(statement.Start);
        switch (statement.Kind)
        {
            case PythonRunKind.Assign:
                var value = ValueOf(statement.Nodes[^1], frame);
                foreach (var target in statement.Nodes.AsSpan()[..^1])
                {
                    Assign(target, value, statement.Nodes[^1].Start, frame);
                }

                return PythonFlow.Next;
            case PythonRunKind.Augment:
                Augment(statement, frame);
                return PythonFlow.Next;
            case PythonRunKind.Expression:
                Evaluate(statement.Nodes[0], frame);
                return PythonFlow.Next;
            case PythonRunKind.If:
                return Run(Truth(statement.Nodes[0], frame) ? statement.Body : statement.Otherwise, frame);
            case PythonRunKind.For:
                return RunFor(statement, frame);
            case PythonRunKind.While:
                return RunWhile(statement, frame);
            case PythonRunKind.Function:
                AssignName(statement.Text, FunctionOf(statement, frame), frame);
                return PythonFlow.Next;
            case PythonRunKind.Return when frame is not null:
                frame.Result = statement.Nodes.IsEmpty ? OptionValue.None : ValueOf(statement.Nodes[0], frame);
                return PythonFlow.Return;
            case PythonRunKind.Break:
                return PythonFlow.Break;
            case PythonRunKind.Continue:
                return PythonFlow.Continue;
            case PythonRunKind.Delete:
                Delete(statement.Nodes[0], frame);
                return PythonFlow.Next;
            case PythonRunKind.Assert when Truth(statement.Nodes[0], frame):
            case PythonRunKind.Global or PythonRunKind.Pass:
                return PythonFlow.Next;
            case PythonRunKind.Assert:
                throw Unknown(statement.Start, "an assertion does not hold");
            default:
                throw Unknown(statement.Start, "only Python can run it");
        }
    }

    private PythonFlow RunFor(PythonStatement loop, PythonCallFrame? frame)
    {
        foreach (var item in Each(Evaluate(loop.Nodes[1], frame), loop.Nodes[1].Start))
        {
            Step(loop.Start);
            Assign(loop.Nodes[0], item, loop.Nodes[1].Start, frame);
            if (EndOf(loop, frame) is { } end)
            {
                return end;
            }
        }

        return Run(loop.Otherwise, frame);
    }

    private PythonFlow RunWhile(PythonStatement loop, PythonCallFrame? frame)
    {
        while (Truth(loop.Nodes[0], frame))
        {
            Step(loop.Start);
            if (EndOf(loop, frame) is { } end)
            {
                return end;
            }
        }

        return Run(loop.Otherwise, frame);
    }

    // Runs the body once; how the loop ends with it, null if it goes on.
    private PythonFlow? EndOf(PythonStatement loop, PythonCallFrame? frame) =>
        Run(loop.Body, frame) switch
        {
            PythonFlow.Return => PythonFlow.Return,
            PythonFlow.Break => PythonFlow.Next,
            _ => null,
        };
}
