using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>Dims as RETURNN makes them (contract 2.2, 11): declared, derived from others, or marked.</summary>
internal sealed class PythonDims(PythonValues values, PythonScope scope)
{
    /// <summary>The dim of an expression, or null if it is none or none that <see cref="Dim"/> can be.</summary>
    public DimValue? Read(PythonNode node)
    {
        switch (node.Kind)
        {
            case PythonNodeKind.Group:
                return Read(node.Items[0]);
            case PythonNodeKind.Name:
                return values.Plain(node)?.Value as DimValue;
            case PythonNodeKind.Binary:
                return Whole(Derive(node.Text!, Operand(node.Items[0]), Operand(node.Items[1])));
            case PythonNodeKind.Call when node.Items is [{ Kind: PythonNodeKind.Attribute } method, var divisor]:
                return
                    method.Text is PythonNames.DivLeft or PythonNames.CeilDivRight or PythonNames.CeilDivLeft
                    && Plain(Read(method.Items[0])) is { } dim
                    ? Whole(Derive(method.Text, dim, Operand(divisor)))
                    : null;
            case PythonNodeKind.Call when node.Items[0].Kind == PythonNodeKind.Name:
                return scope.KnownAs(node.Items[0].Text!) switch
                {
                    PythonImports.Dim => Whole(Declare(node.Items, "dimension", null)),
                    PythonNames.SpatialDim => Whole(Declare(node.Items, "description", DimKind.Spatial)),
                    PythonNames.FeatureDim => Whole(Declare(node.Items, "description", DimKind.Feature)),
                    PythonImports.ImplicitSparseDim => Mark(node.Items, DimMark.ImplicitSparse),
                    PythonImports.ImplicitDynSizeDim => Mark(node.Items, DimMark.ImplicitDynSize),
                    _ => null,
                };
            default:
                return null;
        }
    }

    /// <summary>Whether a declaration leaves the kind of the dim open.</summary>
    public bool HasNoKind(PythonNode node) =>
        node.Kind == PythonNodeKind.Group
            ? HasNoKind(node.Items[0])
            : node is { Kind: PythonNodeKind.Call, Items: [{ Kind: PythonNodeKind.Name } function, ..] }
                && scope.KnownAs(function.Text!) == PythonImports.Dim
                && !node.Items.Any(item =>
                    item is { Kind: PythonNodeKind.Keyword, Text: "kind" } && !IsNone(item.Items[0])
                );

    private Dim? Declare(ImmutableArray<PythonNode> call, string firstParameter, DimKind? kind)
    {
        PythonNode? size = null;
        PythonNode? name = null;
        PythonNode? description = null;
        var arguments = 0;
        foreach (var argument in call.AsSpan()[1..])
        {
            var isKeyword = argument.Kind == PythonNodeKind.Keyword;
            var parameter =
                isKeyword ? argument.Text
                : arguments == 0 ? firstParameter
                : arguments == 1 && kind is not null ? "dimension"
                : null;
            var value = isKeyword ? argument.Items[0] : argument;
            arguments++;
            switch (parameter)
            {
                case "dimension" when size is null:
                    size = value;
                    break;
                case "name" when name is null:
                    name = value;
                    break;
                case "description" when description is null:
                    description = value;
                    break;
                case "kind" when kind is null && IsNone(value):
                    break;
                case "kind" when kind is null && KindOf(value) is { } given:
                    kind = given;
                    break;
                default:
                    return null;
            }
        }

        var isComplete = size is not null || firstParameter != "dimension";
        return isComplete && (TextOf(name) ?? TextOf(description)) is { } text
            ? Make(text, size, kind ?? DimKind.Spatial)
            : null;
    }

    private Dim? Make(string name, PythonNode? size, DimKind kind)
    {
        // Only spatial dims can be dynamic.
        if (size is null || IsNone(size))
        {
            return kind == DimKind.Spatial ? Dim.Dynamic(name) : null;
        }

        while (size.Kind == PythonNodeKind.Group)
        {
            size = size.Items[0];
        }

        return values.Plain(size)?.Value switch
        {
            IntegerValue { Value: > 0 and <= int.MaxValue and var number } => kind switch
            {
                DimKind.Spatial => Dim.Spatial(name, (int)number),
                DimKind.Feature => Dim.Feature(name, (int)number),
                _ => null,
            },
            _ => null,
        };
    }

    private DimValue? Mark(ImmutableArray<PythonNode> call, DimMark mark) =>
        call is [_, var argument] && Plain(Read(argument)) is { } dim ? new DimValue(dim, mark) : null;

    private DimOperand? Operand(PythonNode node) =>
        node.Kind switch
        {
            PythonNodeKind.Group => Operand(node.Items[0]),
            PythonNodeKind.Binary or PythonNodeKind.Call => Plain(Read(node)) is { } derived
                ? derived
                : (DimOperand?)null,
            PythonNodeKind.Number or PythonNodeKind.Sign or PythonNodeKind.Name => values.Plain(node)?.Value switch
            {
                IntegerValue { Value: >= int.MinValue and <= int.MaxValue and var number } => (int)number,
                DimValue { Mark: DimMark.None, Value: var dim } => dim,
                _ => null,
            },
            _ => null,
        };

    // What has no size of at least 1, or one beyond 32 bits, is no dim.
    private static Dim? Derive(string op, DimOperand? leftOperand, DimOperand? rightOperand)
    {
        if (
            (leftOperand, rightOperand) is not ({ } left, { } right)
            || left.Dim?.Kind == DimKind.Batch
            || right.Dim?.Kind == DimKind.Batch
            || !HasSize(op, left, right)
        )
        {
            return null;
        }

        try
        {
            return Derive(op, left, right);
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static Dim? Derive(string op, DimOperand left, DimOperand right) =>
        (op, left.Dim, right.Dim) switch
        {
            ("+", { } a, { } b) => a + b,
            ("+", { } a, null) => a + right.Number,
            ("+", null, { } b) => left.Number + b,
            ("-", { } a, { } b) => a - b,
            ("-", { } a, null) => a - right.Number,
            ("*", { } a, { } b) => a * b,
            ("*", { } a, null) when right.Number >= 1 => a * right.Number,
            ("*", null, { } b) when left.Number >= 1 => left.Number * b,
            (_, { } a, _) => QuotientOf(op) is { } quotient && (right.Dim is not null || right.Number >= 1)
                ? DimMath.Divide(quotient, a, right)
                : null,
            _ => null,
        };

    private static DimOperator? QuotientOf(string op) =>
        op switch
        {
            "/" => DimOperator.Divide,
            PythonNames.DivLeft => DimOperator.DivideLeft,
            "//" => DimOperator.FloorDivide,
            PythonNames.CeilDivRight => DimOperator.CeilDivide,
            PythonNames.CeilDivLeft => DimOperator.CeilDivideLeft,
            _ => null,
        };

    private static bool HasSize(string op, DimOperand left, DimOperand right)
    {
        if (left.Size is not { } a || right.Size is not { } b)
        {
            return true;
        }

        var size = op switch
        {
            "+" => (long)a + b,
            "-" => (long)a - b,
            "*" => (long)a * b,
            "//" => b == 0 ? 0 : a / b,
            "/" or PythonNames.DivLeft => b == 0 || a % b != 0 ? 0 : a / b,
            _ => b == 0 ? 0 : ((long)a + b - 1) / b,
        };
        return size is > 0 and <= int.MaxValue;
    }

    private static DimValue? Whole(Dim? dim) => dim is null ? null : new DimValue(dim);

    private static Dim? Plain(DimValue? value) => value is { Mark: DimMark.None } ? value.Value : null;

    private static bool IsNone(PythonNode node) => node is { Kind: PythonNodeKind.Constant, Text: "None" };

    // A description may have been assigned to a name before.
    private string? TextOf(PythonNode? node) =>
        node is { Kind: PythonNodeKind.String or PythonNodeKind.Name }
        && values.Plain(node)?.Value is StringValue { Value.Length: > 0 } text
            ? text.Value
            : null;

    // `Dim.Types.Feature`
    private DimKind? KindOf(PythonNode node) =>
        node
            is {
                Kind: PythonNodeKind.Attribute,
                Items: [{ Kind: PythonNodeKind.Attribute, Text: "Types", Items: [{ Kind: PythonNodeKind.Name } name] }]
            }
        && scope.KnownAs(name.Text!) == PythonImports.Dim
            ? node.Text switch
            {
                "Spatial" or "Time" => DimKind.Spatial,
                "Feature" => DimKind.Feature,
                "Batch" => DimKind.Batch,
                _ => null,
            }
            : null;
}
