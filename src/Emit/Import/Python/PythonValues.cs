using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>From expressions to values: literals, dims, and names of either. Everything else becomes code.</summary>
internal sealed class PythonValues
{
    private readonly ImportSource source;
    private readonly PythonScope scope;
    private readonly ICollection<Diagnostic> diagnostics;
    private readonly List<NameUse> uses = [];
    private readonly List<NameUse> unknown = [];
    private readonly RepeatedNames repeated;
    private readonly PythonDims dims;
    private readonly long mostSubstituted;
    private long substituted;
    private bool isExhausted;
    private int level;

    public PythonValues(
        ImportSource source,
        PythonScope scope,
        RepeatedNames repeated,
        ICollection<Diagnostic> diagnostics
    )
    {
        this.repeated = repeated;
        this.source = source;
        this.scope = scope;
        this.diagnostics = diagnostics;
        mostSubstituted = ImportLimits.MostSubstituted + source.Text.Length;
        dims = new PythonDims(this, scope);
    }

    /// <summary>Reads dims.</summary>
    public PythonDims Dims => dims;

    /// <summary>The names that were replaced so far.</summary>
    public IReadOnlyList<NameUse> Uses => uses;

    /// <summary>The names so far that had no binding yet where they were used.</summary>
    public IReadOnlyList<NameUse> Unknown => unknown;

    /// <summary>The value of an expression.</summary>
    public Evaluated Evaluate(PythonNode node)
    {
        switch (node.Kind)
        {
            case PythonNodeKind.List:
                return Sequence(node, SequenceKind.List);
            case PythonNodeKind.Tuple:
                return Sequence(node, SequenceKind.Tuple);
            case PythonNodeKind.Set:
                return Sequence(node, SequenceKind.Set);
            case PythonNodeKind.Dict:
                return Dict(node);
            case PythonNodeKind.Group:
                var inner = Evaluate(node.Items[0]);
                return inner.Value is CodeValue ? Code(node) : inner;
            case PythonNodeKind.Call when IsEmptySet(node):
                return new(OptionValue.Set(), null, 1, 1);
            default:
                return Plain(node) is { } value ? value : Code(node);
        }
    }

    /// <summary>The value of an expression that is no container, or null if only Python knows it.</summary>
    public Evaluated? Plain(PythonNode node) =>
        node.Kind switch
        {
            PythonNodeKind.Constant => Evaluated.Leaf(Constant(node.Text)),
            PythonNodeKind.Number => Number(node, isNegative: false),
            PythonNodeKind.Sign when node.Items[0].Kind == PythonNodeKind.Number => Number(
                node.Items[0],
                isNegative: node.Text == "-"
            ),
            PythonNodeKind.String => node.Text is { } text ? Evaluated.Leaf(text) : null,
            PythonNodeKind.Name => Named(node),
            PythonNodeKind.Binary or PythonNodeKind.Call => Computed(node),
            _ => null,
        };

    /// <summary>Whether an expression declares a dim, or derives one, rather than naming one.</summary>
    public bool IsDeclaration(PythonNode node, Evaluated value, out bool hasKind)
    {
        hasKind = !dims.HasNoKind(node);
        return value.Value is DimValue { Mark: DimMark.None } && !IsName(node);
    }

    private static bool IsName(PythonNode node) =>
        node.Kind == PythonNodeKind.Name || (node.Kind == PythonNodeKind.Group && IsName(node.Items[0]));

    private static OptionValue Constant(string? word) =>
        word switch
        {
            "True" => true,
            "False" => false,
            _ => OptionValue.None,
        };

    private Evaluated? Number(PythonNode node, bool isNegative) =>
        PythonNumber.Value(source.Text.AsSpan(node.Start, node.End - node.Start), isNegative) is { } value
            ? Evaluated.Leaf(value)
            : null;

    private Evaluated? Computed(PythonNode node)
    {
        var usesBefore = uses.Count;
        if (dims.Read(node) is { } dim)
        {
            return Evaluated.Leaf(dim);
        }

        ForgetUses(usesBefore);
        if (
            node.Kind == PythonNodeKind.Binary
            && Operand(node.Items[0]) is { } left
            && Operand(node.Items[1]) is { } right
            && PythonArithmetic.Of(left.Value, node.Text!, right.Value) is { } result
        )
        {
            return Evaluated.Leaf(result);
        }

        ForgetUses(usesBefore);
        return null;
    }

    private Evaluated? Operand(PythonNode node) =>
        node.Kind == PythonNodeKind.Group ? Operand(node.Items[0]) : Plain(node);

    private void ForgetUses(int before) => uses.RemoveRange(before, uses.Count - before);

    private Evaluated Code(PythonNode node) =>
        Evaluated.Leaf(new CodeValue(PythonCodeText.OneLine(source, node.Start, node.End)));

    private Evaluated? Named(PythonNode node)
    {
        var name = node.Text!;
        if (scope.ValueOf(name) is not { } known)
        {
            if (!scope.IsBound(name) && scope.KnownAs(name) is null)
            {
                unknown.Add(new(name, source.At(node.Start)));
            }

            return scope.KnownAs(name) == PythonImports.BatchDim ? Evaluated.Leaf(Dim.Batch) : null;
        }

        if (known.Value is DimValue)
        {
            return known;
        }

        if (known.Depth + level > ImportLimits.DeepestNesting)
        {
            diagnostics.Add(ImportDiagnostics.TooDeep(source.At(node.Start)));
            return null;
        }

        substituted += known.Weight;
        if (substituted > mostSubstituted)
        {
            if (!isExhausted)
            {
                diagnostics.Add(ImportDiagnostics.TooManySubstitutions(source.At(node.Start), name));
            }

            isExhausted = true;
            return null;
        }

        uses.Add(new(name, source.At(node.Start)));
        return known;
    }

    private Evaluated Sequence(PythonNode node, SequenceKind kind)
    {
        if (node.Items.Any(IsUnpacked))
        {
            return Code(node);
        }

        var items = ImmutableArray.CreateBuilder<OptionValue>(node.Items.Length);
        var positions = ImmutableArray.CreateBuilder<ValuePosition>(node.Items.Length);
        var (weight, depth) = (1L, 0);
        level++;
        foreach (var item in node.Items)
        {
            var value = Evaluate(item);
            items.Add(value.Value);
            positions.Add(new(item.Start, item.Start, value.Inner));
            weight += value.Weight;
            depth = Math.Max(depth, value.Depth);
        }

        level--;
        return new(
            new SequenceValue(kind, items.MoveToImmutable()),
            new(positions.MoveToImmutable()),
            weight,
            depth + 1
        );
    }

    private Evaluated Dict(PythonNode node)
    {
        if (node.Items.Any(IsUnpacked))
        {
            return Code(node);
        }

        var dict = new DictBuilder(node.Items.Length / 2);
        var usesBefore = uses.Count;
        var (weight, depth) = (1L, 0);
        var isCode = false;
        level++;
        for (var i = 0; i < node.Items.Length; i += 2)
        {
            var (keyNode, valueNode) = (node.Items[i], node.Items[i + 1]);
            var key = Evaluate(keyNode);
            var value = Evaluate(valueNode);
            weight += key.Weight + value.Weight;
            depth = Math.Max(depth, Math.Max(key.Depth, value.Depth));
            var before = dict.Add(key.Value, value.Value, new(keyNode.Start, valueNode.Start, value.Inner));

            // Two calls that look the same need not give the same key.
            isCode |= before >= 0 && key.Value is CodeValue;
            if (before >= 0 && !isCode)
            {
                var text = source.Text.AsSpan(keyNode.Start, keyNode.End - keyNode.Start);
                repeated.ReportKey(keyNode.Start, key.Value is StringValue name ? name.Value : text.ToString(), before);
            }
        }

        level--;
        if (!isCode && dict.Build() is { } built)
        {
            return new(built, dict.Positions, weight, depth + 1);
        }

        ForgetUses(usesBefore);
        return Code(node);
    }

    // `*a` in a list: how many values that are depends on `a`.
    private static bool IsUnpacked(PythonNode item) => item.Kind is PythonNodeKind.Star or PythonNodeKind.DoubleStar;

    private bool IsEmptySet(PythonNode call) =>
        call.Items is [{ Kind: PythonNodeKind.Name } function] && scope.KnownAs(function.Text!) == PythonNames.Set;
}
