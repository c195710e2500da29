using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace NetDsl.Emit;

/// <summary>Expressions and names.</summary>
internal sealed partial class PythonRun
{
    private const int LongestText = 100_000;

    // A value of its own: at the top level what only Python knows may stand in it as code.
    private object ValueOf(PythonNode node, PythonCallFrame? frame)
    {
        if (frame is not null)
        {
            return Evaluate(node, frame);
        }

        if (
            node.Kind is PythonNodeKind.Call or PythonNodeKind.Binary or PythonNodeKind.Group
            && dims.Read(node) is { } dim
        )
        {
            return dim;
        }

        var (before, mark) = (effects, undo.Count);
        try
        {
            return Evaluate(node, null);
        }
        catch (PythonUnknownException problem) when (effects == before && problem.At >= 0 && MayGoOn)
        {
            failures++;
            Problem ??= problem;
            Undo(mark);
            var code = CodeOf(node);
            if (Calls(node))
            {
                ForgetCode(node.Start, node.End);
            }

            return code;
        }
    }

    private static bool Calls(PythonNode node) =>
        node.Kind is PythonNodeKind.Call or PythonNodeKind.Other || node.Items.Any(Calls);

    private PythonCode CodeOf(PythonNode node) =>
        new(PythonCodeText.OneLine(source, node.Start, node.End), statementAt);

    private object Evaluate(PythonNode node, PythonCallFrame? frame)
    {
        Step(node.Start);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Unknown(node.Start, "it is nested too deep");
        }

        return node.Kind switch
        {
            PythonNodeKind.Constant => node.Text switch
            {
                "True" => (OptionValue)true,
                "False" => false,
                _ => OptionValue.None,
            },
            PythonNodeKind.Number => PythonNumber.Value(source.Text.AsSpan(node.Start, node.End - node.Start), false)
                ?? throw Unknown(node.Start, "this number is no number of 64 bits"),
            PythonNodeKind.String when node.Text is { } text => (OptionValue)text,
            PythonNodeKind.Name => NameOf(node, frame),
            PythonNodeKind.Group => Evaluate(node.Items[0], frame),
            PythonNodeKind.List => SequenceOf(PythonContainerKind.List, node, frame),
            PythonNodeKind.Tuple => SequenceOf(PythonContainerKind.Tuple, node, frame),
            PythonNodeKind.Set => SequenceOf(PythonContainerKind.Set, node, frame),
            PythonNodeKind.Dict => DictOf(node, frame),
            PythonNodeKind.Sign => Signed(node, frame),
            PythonNodeKind.Binary => Binary(
                Evaluate(node.Items[0], frame),
                node.Text!,
                Evaluate(node.Items[1], frame),
                node.Start
            ),
            PythonNodeKind.Compare => (OptionValue)Compared(node, frame),
            PythonNodeKind.And or PythonNodeKind.Or => Either(node, frame),
            PythonNodeKind.Not => (OptionValue)!Truth(node.Items[0], frame),
            PythonNodeKind.Conditional => Evaluate(node.Items[Truth(node.Items[1], frame) ? 0 : 2], frame),
            PythonNodeKind.Attribute => AttributeOf(node, frame),
            PythonNodeKind.Call => Call(node, frame),
            PythonNodeKind.Subscript => Subscript(node, frame),
            PythonNodeKind.Slice => Unsliced(node),
            PythonNodeKind.Lambda => LambdaOf(node, frame),
            PythonNodeKind.Comprehension => Comprehended(node, frame),
            PythonNodeKind.Format => Formatted(node, frame),
            _ => throw Unknown(node.Start, "only Python can compute this"),
        };
    }

    private static object Unsliced(PythonNode node) => throw Unknown(node.Start, "only Python can compute this");

    private object NameOf(PythonNode node, PythonCallFrame? frame)
    {
        var name = node.Text!;
        for (var inner = frame; inner is not null && !inner.Globals.Contains(name); inner = inner.Parent)
        {
            if (inner.Own.Contains(name))
            {
                return inner.Values.GetValueOrDefault(name)
                    ?? throw Unknown(node.Start, $"{ImportDiagnostics.Quote(name)} has no value yet");
            }
        }

        return GlobalOf(node, name);
    }

    private object GlobalOf(PythonNode node, string name)
    {
        if (banned.Contains(name) || scope.IsChanged(name))
        {
            return new PythonCode(name, statementAt);
        }

        if (!globals.TryGetValue(name, out var value))
        {
            if (scope.KnownAs(name) == PythonImports.BatchDim)
            {
                return (OptionValue)Dim.Batch;
            }

            if (scope.ValueOf(name) is { } known)
            {
                globals[name] = value = Thawed(known);
            }
            else if (scope.IsBound(name))
            {
                return new PythonCode(name, statementAt);
            }
            else
            {
                return PythonNatives.IsBuiltin(name)
                    ? new PythonNative(name)
                    : throw Unknown(node.Start, $"nothing defines {ImportDiagnostics.Quote(name)}");
            }
        }

        if (value is OptionValue or PythonContainer)
        {
            uses.TryAdd((name, node.Start), new(name, source.At(node.Start)));
        }

        return value is PythonCode ? new PythonCode(name, statementAt) : value;
    }

    private PythonContainer SequenceOf(PythonContainerKind kind, PythonNode node, PythonCallFrame? frame)
    {
        var container = New(kind);
        foreach (var item in node.Items)
        {
            if (item.Kind != PythonNodeKind.Star)
            {
                AddTo(container, ValueOf(item, frame), item.Start);
                continue;
            }

            foreach (var inner in Each(Evaluate(item.Items[0], frame), item.Start))
            {
                AddTo(container, inner, item.Start);
            }
        }

        return container;
    }

    private PythonContainer New(PythonContainerKind kind)
    {
        var container = new PythonContainer(kind) { ChangedAt = statementAt };
        created.Add(container);
        return container;
    }

    private void AddTo(PythonContainer container, object value, int at)
    {
        Step(at);
        var key =
            container.Kind != PythonContainerKind.Set
                ? null
                : CodeKey(container, value, at)
                    ?? (value is PythonFunction function ? KeyOf(function) : KeyOf(value, at));
        if (key is null || container.IndexOf(key) < 0)
        {
            container.Add(new(key, value, at, at));
        }
    }

    private PythonContainer DictOf(PythonNode node, PythonCallFrame? frame)
    {
        var dict = New(PythonContainerKind.Dict);
        for (var at = 0; at < node.Items.Length; at += 2)
        {
            var (key, value) = (node.Items[at], node.Items[at + 1]);
            if (key.Kind == PythonNodeKind.DoubleStar)
            {
                Merge(dict, Evaluate(key.Items[0], frame), key.Start);
            }
            else
            {
                Put(dict, ValueOf(key, frame), ValueOf(value, frame), key.Start, value.Start);
            }
        }

        return dict;
    }

    private void Put(PythonContainer dict, object key, object value, int keyAt, int valueAt)
    {
        Step(keyAt);
        var known = CodeKey(dict, key, keyAt) ?? KeyOf(key, keyAt);
        var first = dict.IndexOf(known) is >= 0 and var at ? dict.Items[at].Spelled : key as OptionValue;
        dict.Add(new(known, value, keyAt, valueAt) { Spelled = Equals(first, known) ? null : first });
    }

    // Only in a literal; two calls that look the same need not give the same key.
    private OptionValue? CodeKey(PythonContainer container, object key, int at)
    {
        var code = key switch
        {
            PythonCode unknown => unknown.Text,
            PythonFunction { Lambda: { } lambda, Frame: null } => TextOf(lambda),
            _ => null,
        };
        if (code is null || !created.Contains(container))
        {
            return null;
        }

        container.HasCodeKeys = true;
        if (container.Kind == PythonContainerKind.Set)
        {
            return OptionValue.Tuple("code", container.Items.Count);
        }

        var known = OptionValue.Code(code);
        return container.IndexOf(known) < 0 ? known : throw Unknown(at, "whether these keys are the same is not known");
    }

    private void Merge(PythonContainer dict, object other, int at)
    {
        if (other is not PythonContainer { Kind: PythonContainerKind.Dict } added)
        {
            throw Unknown(at, "no dict is known here");
        }

        RequireKnown(added, at);
        foreach (var item in added.Items.ToList())
        {
            Step(at);
            var first = dict.IndexOf(item.Key!) is >= 0 and var index ? dict.Items[index].Spelled : item.Spelled;
            dict.Add(item with { Spelled = first });
        }
    }

    private object Signed(PythonNode node, PythonCallFrame? frame)
    {
        var inner = node.Items[0];
        if (
            node.Text == "-"
            && inner.Kind == PythonNodeKind.Number
            && PythonNumber.Value(source.Text.AsSpan(inner.Start, inner.End - inner.Start), true) is { } literal
        )
        {
            return literal;
        }

        var value =
            PythonOperators.Number(Evaluate(inner, frame)) ?? throw Unknown(node.Start, "no number is known here");
        return node.Text == "-" ? Binary((OptionValue)(-1), "*", value, node.Start) : value;
    }

    private bool Compared(PythonNode node, PythonCallFrame? frame)
    {
        var operators = node.Text!.Split(',');
        var left = Evaluate(node.Items[0], frame);
        for (var at = 0; at < operators.Length; at++)
        {
            var right = Evaluate(node.Items[at + 1], frame);
            if (!Compare(left, operators[at], right, node.Start))
            {
                return false;
            }

            left = right;
        }

        return true;
    }

    private object Either(PythonNode node, PythonCallFrame? frame)
    {
        var left = Evaluate(node.Items[0], frame);
        return Truth(left, node.Items[0].Start) == (node.Kind == PythonNodeKind.Or)
            ? left
            : Evaluate(node.Items[1], frame);
    }

    private bool Truth(PythonNode node, PythonCallFrame? frame) => Truth(Evaluate(node, frame), node.Start);

    private static bool Truth(object value, int at) =>
        value switch
        {
            NoneValue => false,
            BoolValue flag => flag.Value,
            IntegerValue whole => whole.Value != 0,
            RealValue real => real.Value != 0,
            StringValue text => text.Value.Length > 0,
            PythonContainer { IsUnknown: false } container => container.Items.Count > 0,
            PythonRange range => range.Length > 0,
            PythonFunction or PythonNative => true,
            _ => throw Unknown(at, "whether this is true is not known"),
        };

    private object AttributeOf(PythonNode node, PythonCallFrame? frame)
    {
        var value = Evaluate(node.Items[0], frame);
        var name = node.Text!;
        return value switch
        {
            PythonCode code => new PythonCode($"{code.Text}.{name}", statementAt),
            PythonNative { Object: null } module when PythonNatives.IsModule(module.Name) => Member(module, name),
            _ => new PythonNative($".{name}", value),
        };
    }

    private object Member(PythonNative module, string name)
    {
        var full = $"{module.Name}.{name}";
        return PythonNatives.ConstantOf(full) is { } constant ? constant
            : PythonNatives.IsKnown(full) ? new PythonNative(full) { Text = $"{module.Text}.{name}" }
            : new PythonCode($"{module.Text}.{name}", statementAt);
    }

    private PythonFunction LambdaOf(PythonNode node, PythonCallFrame? frame)
    {
        ImmutableArray<PythonNode> parameters = [.. node.Items.AsSpan()[..^1]];
        return new PythonFunction(null, parameters, DefaultsOf(parameters, frame), frame, node.Start)
        {
            Value = node.Items[^1],
            Lambda = node,
            Locals = PythonLocals.Of(parameters, []),
        };
    }

    private PythonContainer Comprehended(PythonNode node, PythonCallFrame? frame)
    {
        var isDict = node.Text == "{:";
        var result = New(
            isDict ? PythonContainerKind.Dict
            : node.Text == "{" ? PythonContainerKind.Set
            : PythonContainerKind.List
        );
        var parts = node.Items;
        var first = isDict ? 2 : 1;
        var locals = PythonLocals.OfTargets(parts.Skip(first).Where(IsFor).Select(part => part.Items[0]));
        if (!parts.Skip(first).All(IsFor))
        {
            throw Unknown(node.Start, "only Python can compute this");
        }

        var inner = new PythonCallFrame(locals.Own, locals.Globals, frame);
        Loop(first, frame);
        return result;

        void Loop(int at, PythonCallFrame? outer)
        {
            if (at == parts.Length)
            {
                AddResult();
                return;
            }

            var clause = parts[at];
            foreach (var item in Each(Evaluate(clause.Items[1], outer), clause.Start))
            {
                Step(clause.Start);
                Assign(clause.Items[0], item, clause.Items[1].Start, inner);
                if (clause.Items.Skip(2).All(condition => Truth(condition, inner)))
                {
                    Loop(at + 1, inner);
                }
            }
        }

        void AddResult()
        {
            if (isDict)
            {
                Put(result, Evaluate(parts[0], inner), Evaluate(parts[1], inner), parts[0].Start, parts[1].Start);
            }
            else
            {
                AddTo(result, Evaluate(parts[0], inner), parts[0].Start);
            }
        }

        static bool IsFor(PythonNode part) => part.Kind == PythonNodeKind.For;
    }

    private OptionValue Formatted(PythonNode node, PythonCallFrame? frame)
    {
        var text = new StringBuilder();
        foreach (var piece in node.Items)
        {
            text.Append(
                piece.Kind == PythonNodeKind.Field
                    ? PythonTexts.Format(Evaluate(piece.Items[0], frame), piece.Text!)
                        ?? throw Unknown(piece.Start, "this is no text that is known")
                    : piece.Text
            );
        }

        return TextOf(text.ToString(), node.Start);
    }

    private static OptionValue TextOf(string text, int at) =>
        text.Length <= LongestText ? text : throw Unknown(at, "the text becomes too long");
}
