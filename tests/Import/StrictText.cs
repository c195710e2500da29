using System.Globalization;
using Newtonsoft.Json;

namespace NetDsl.Tests.Import;

/// <summary>A value as the strict reader of the golden files prints it (<c>PythonText</c>), so that both can be compared.</summary>
internal static class StrictText
{
    public static string Of(OptionValue value) =>
        value switch
        {
            NoneValue => "None",
            BoolValue truth => truth.Value ? "True" : "False",
            StringValue text => JsonConvert.ToString(text.Value),
            IntegerValue number => number.Value.ToString(CultureInfo.InvariantCulture),
            RealValue number => JsonConvert.ToString(number.Value),
            CodeValue code => code.Python,
            SequenceValue { Kind: SequenceKind.List } list => $"[{Join(list.Items.Select(Of))}]",
            SequenceValue { Kind: SequenceKind.Tuple, Items: [var only] } => $"({Of(only)},)",
            SequenceValue { Kind: SequenceKind.Tuple } tuple => $"({Join(tuple.Items.Select(Of))})",
            SequenceValue { Items.IsEmpty: true } => "set()",
            SequenceValue set => $"{{{Join(set.Items.Select(Of).Order(StringComparer.Ordinal))}}}",
            DictValue dict =>
                $"{{{Join(dict.Select(entry => $"{Of(entry.Key)}: {Of(entry.Value)}").Order(StringComparer.Ordinal))}}}",
            DimValue { Mark: DimMark.None } dim => Of(dim.Value),
            DimValue dim => $"{dim.Mark}Dim({Of(dim.Value)})",
            _ => throw new ArgumentException($"A config holds no {value.GetType().Name}."),
        };

    public static string Of(Dim dim) =>
        dim switch
        {
            { Kind: DimKind.Batch } => "batch_dim",
            { Expression: null } => $"{dim.Name}:{dim.Size?.ToString(CultureInfo.InvariantCulture) ?? "?"}",
            _ => Of(dim.Expression),
        };

    private static string Of(DimExpression expression)
    {
        var (left, right) = (Of(expression.Left), Of(expression.Right));
        return expression.Operator switch
        {
            DimOperator.Add => $"({left} + {right})",
            DimOperator.Subtract => $"({left} - {right})",
            DimOperator.Multiply => $"({left} * {right})",
            DimOperator.FloorDivide => $"({left} // {right})",
            DimOperator.Divide => $"({left} / {right})",
            DimOperator.DivideLeft => $"{left}.div_left({right})",
            DimOperator.CeilDivideLeft => $"{left}.ceildiv_left({right})",
            _ => $"{left}.ceildiv_right({right})",
        };
    }

    private static string Of(DimOperand operand) =>
        operand.Dim is { } dim ? Of(dim) : operand.Number.ToString(CultureInfo.InvariantCulture);

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
