using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>From values to objects and back, and what code that is not run may change.</summary>
internal sealed partial class PythonRun
{
    private readonly Dictionary<OptionValue, PythonContainer> thawed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, HashSet<string>> declared = new(StringComparer.Ordinal);
    private readonly HashSet<string> called = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Start, int End)> definitions = new(StringComparer.Ordinal);

    /// <summary>What a name stands for at the end; null if no value can say it.</summary>
    /// <param name="name">A name of the config.</param>
    /// <param name="culprits">Takes the names that keep the value from being known.</param>
    public PythonResult? ResultOf(string name, ISet<string> culprits)
    {
        if (!globals.TryGetValue(name, out var value))
        {
            return null;
        }

        var freezer = new PythonFreezer(source, this, culprits);
        if (freezer.Freeze(value) is not { } frozen)
        {
            culprits.Add(name);
            return null;
        }

        return new(frozen, Math.Max(freezer.ChangedAt, BoundAt(name)), freezer.IsUnknown);
    }

    /// <summary>Whether more of a value is known than was without a run.</summary>
    public bool KnowsMore(object computed, Evaluated value) =>
        new PythonFreezer(source, this, new HashSet<string>()).Freeze(computed) is { } frozen
        && frozen.CodeParts < value.CodeParts;

    /// <summary>Whether a name stands for an object that is known here; another name may have changed it.</summary>
    public bool Knows(string name)
    {
        if (!globals.ContainsKey(name) && scope.ValueOf(name) is { IsMutable: true } known)
        {
            globals[name] = Thawed(known);
        }

        return globals.GetValueOrDefault(name) is OptionValue or PythonContainer or PythonCode;
    }

    /// <summary>Where a name got what it stands for; the value itself may have changed later.</summary>
    public int BoundAt(string name) => Math.Max(boundAt.GetValueOrDefault(name, -1), scope.BoundAt(name));

    /// <summary>What a global name stands for, or null.</summary>
    public object? Global(string name) => globals.GetValueOrDefault(name);

    /// <summary>Where the last statement is that may have changed what a name stands for, or -1.</summary>
    public int ChangeOf(string name)
    {
        var at = Math.Max(BoundAt(name), changedAt.GetValueOrDefault(name, -1));
        return globals.TryGetValue(name, out var value)
            ? Within(value).OfType<PythonContainer>().Aggregate(at, (last, inner) => Math.Max(last, inner.ChangedAt))
            : at;
    }

    /// <summary>The names in a piece of code.</summary>
    public static IEnumerable<string> NamesIn(string code) => WordsIn(new ImportSource(code, ""), 0, code.Length);

    /// <summary>The names in a piece of the text, and those in functions that it names.</summary>
    public HashSet<string> NamesIn(int start, int end)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<(int Start, int End)>([(start, end)]);
        while (waiting.TryPop(out var piece))
        {
            foreach (var name in WordsIn(source, piece.Start, piece.End))
            {
                if (names.Add(name) && definitions.TryGetValue(name, out var definition))
                {
                    waiting.Push(definition);
                }
            }
        }

        return names;
    }

    /// <summary>The names that a statement can bind, or null if it may bind any that it mentions.</summary>
    public IReadOnlySet<string>? NamesAssigned(int start, int end)
    {
        if (
            PythonStatements.Read(source, start) is not { } statement
            || !IsUnderstood(statement)
            || WordsIn(source, start, end).Any(PythonBoundNames.CanBind)
        )
        {
            return null;
        }

        var locals = PythonLocals.Of([], [statement]);
        return locals.Own.Union(locals.Globals).ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsUnderstood(PythonStatement statement) =>
        statement.Kind is not (PythonRunKind.Other or PythonRunKind.Global)
        && statement.Body.All(IsUnderstood)
        && statement.Otherwise.All(IsUnderstood)
        && statement.Nodes.All(IsUnderstood);

    // What is not kept as a node may hold `a := b`.
    private static bool IsUnderstood(PythonNode node) =>
        node.Kind != PythonNodeKind.Other && node.Items.All(IsUnderstood);

    /// <summary>Whether a function at a place can be called here, which then binds a global name by itself.</summary>
    public bool MayCall(int start, string global)
    {
        if (!MayGoOn || PythonStatements.Read(source, start) is not { Kind: PythonRunKind.Function } function)
        {
            return false;
        }

        if (!declared.TryGetValue(function.Text, out var names))
        {
            declared.Add(function.Text, names = new(StringComparer.Ordinal));
        }

        names.Add(global);
        return true;
    }

    /// <summary>What functions bind that no statement called which was run, but that others may call.</summary>
    /// <param name="spoken">The names in all code that is kept.</param>
    public IEnumerable<string> GlobalsOfUncalled(IReadOnlySet<string> spoken) =>
        declared
            .Where(function => !called.Contains(function.Key) && spoken.Contains(function.Key))
            .SelectMany(function => function.Value);

    /// <summary>A name, and if it is a function's the names in it.</summary>
    public IEnumerable<string> NamesOf(string name) =>
        definitions.TryGetValue(name, out var definition)
            ? NamesIn(definition.Start, definition.End).Append(name)
            : [name];

    /// <summary>Whether code that was not run may have changed what a name stands for.</summary>
    public bool IsForgotten(string name) =>
        scope.ValueOf(name) is { IsMutable: true } known
        && thawed.TryGetValue(known.Value, out var container)
        && Within(container).OfType<PythonContainer>().Any(inner => inner.IsUnknown);

    /// <summary>Where a function or class is written.</summary>
    public void NoteDefinition(string name, int start, int end) => definitions[name] = (start, end);

    /// <summary>A piece of code is not run: it may change all that its names stand for, and those in the functions that it calls.</summary>
    public void ForgetCode(int start, int end)
    {
        var names = NamesIn(start, end);
        Forget(names);
        foreach (var name in names.SelectMany(name => declared.GetValueOrDefault(name) ?? []))
        {
            scope.Change(name);
            NoteChange(name, start);
        }
    }

    private void Forget(IEnumerable<string> names)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var name in names)
        {
            if (globals.TryGetValue(name, out var value))
            {
                Forget(value, seen);
            }
            else if (scope.ValueOf(name) is { IsMutable: true } known)
            {
                Forget(Thawed(known), seen);
            }
        }
    }

    private void Forget(object value, HashSet<object> seen)
    {
        foreach (var container in Within(value, seen).OfType<PythonContainer>())
        {
            if (!container.IsUnknown)
            {
                container.IsUnknown = true;
                undo.Add(() => container.IsUnknown = false);
            }
        }
    }

    // A value and all that it holds at any depth, each container once: it may hold itself.
    private static IEnumerable<object> Within(object value, HashSet<object>? known = null)
    {
        var seen = known ?? new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<object>([value]);
        while (waiting.TryPop(out var next))
        {
            if (next is not PythonContainer container)
            {
                yield return next;
            }
            else if (seen.Add(container))
            {
                yield return container;
                foreach (var item in container.Items)
                {
                    waiting.Push(item.Value);
                }
            }
        }
    }

    private static IEnumerable<string> WordsIn(ImportSource source, int start, int end)
    {
        var lexer = new PythonLexer(source, start);
        var isMember = false;
        for (var token = lexer.Next(); token.Start < end && token.Kind != PythonTokenKind.End; token = lexer.Next())
        {
            if (token.Kind == PythonTokenKind.Name && !isMember)
            {
                yield return source.Text[token.Start..token.End];
            }

            isMember = token.Kind == PythonTokenKind.Symbol && source.Text[token.Start] == '.';
        }
    }

    // A name of an assignment that is not written down any more must say all that it said.
    private void RequireExpressible(string name, int at)
    {
        var freezer = new PythonFreezer(source, this, new HashSet<string>());
        if (freezer.Freeze(globals[name]) is not { } value)
        {
            throw Unknown(at, $"no value can say what {ImportDiagnostics.Quote(name)} is");
        }

        Step(at, value.Weight);
    }

    // Code that reads a name means what the name is then: the statement that binds it anew cannot go.
    private void RequireLasting(int at)
    {
        if (bound.Count > 0 && bound.Select(name => globals[name]).Concat(touched).Any(ReadsBound))
        {
            throw Unknown(at, "what only Python can compute reads a name that changes here");
        }

        bool ReadsBound(object value) => CodeNamesOf(value).Any(bound.Contains);
    }

    /// <summary>The names in all pieces of code that a value holds.</summary>
    public static IEnumerable<string> CodeNamesOf(object value) =>
        Within(value)
            .Select(part =>
                part switch
                {
                    PythonCode code => code.Text,
                    CodeValue code => code.Python,
                    _ => null,
                }
            )
            .OfType<string>()
            .SelectMany(NamesIn);

    private object Thawed(Evaluated known) => Thawed(known.Value, known.Inner);

    private object Thawed(OptionValue value) => Thawed(value, null);

    // What was one object stays one, by whatever name it is found.
    private object Thawed(OptionValue value, PositionTree? places)
    {
        if (value is CodeValue code)
        {
            return new PythonCode(code.Python, statementAt);
        }

        if (value is not (DictValue or SequenceValue))
        {
            return value;
        }

        if (thawed.TryGetValue(value, out var known))
        {
            return known;
        }

        var container = new PythonContainer(
            value switch
            {
                DictValue => PythonContainerKind.Dict,
                SequenceValue { Kind: SequenceKind.List } => PythonContainerKind.List,
                SequenceValue { Kind: SequenceKind.Tuple } => PythonContainerKind.Tuple,
                _ => PythonContainerKind.Set,
            }
        );
        thawed.Add(value, container);
        var index = 0;
        if (value is DictValue dict)
        {
            foreach (var (key, item) in dict)
            {
                var place = places?.Items[index++] ?? default;
                var canonical = Canonical(key);
                container.HasCodeKeys |= canonical is null;
                canonical ??= key;
                container.Add(
                    new(canonical, Thawed(item, place.Inner), place.Key, place.Value)
                    {
                        Spelled = canonical.Equals(key) ? null : key,
                    }
                );
            }

            return container;
        }

        foreach (var item in ((SequenceValue)value).Items)
        {
            var place = places?.Items[index++] ?? default;
            var inner = Thawed(item, place.Inner);
            OptionValue? key = null;
            if (container.Kind == PythonContainerKind.Set)
            {
                key = Canonical(item);
                container.HasCodeKeys |= key is null;
                key ??= OptionValue.Tuple("code", container.Items.Count);
            }

            if (key is null || container.IndexOf(key) < 0)
            {
                container.Add(new(key, inner, place.Key, place.Value));
            }
        }

        return container;
    }

    // A key as dicts compare it; null if some of it is known only to Python.
    private static OptionValue? Canonical(OptionValue key)
    {
        switch (key)
        {
            case BoolValue flag:
                return flag.Value ? 1 : 0;
            case RealValue { Value: var real } when real == Math.Floor(real) && Math.Abs(real) < 1L << 53:
                return (long)real;
            case SequenceValue { Kind: SequenceKind.Tuple } tuple:
                var items = tuple.Items.Select(Canonical).ToList();
                return items.Contains(null) ? null : OptionValue.Tuple([.. items.OfType<OptionValue>()]);
            case CodeValue or DictValue or SequenceValue:
                return null;
            default:
                return key;
        }
    }
}
