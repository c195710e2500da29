using System.Text;

namespace NetDsl.Emit;

/// <summary>The dims of a config as variables of C#.</summary>
internal sealed class CSharpDims
{
    private const string Suffix = "Dim";

    private readonly Dictionary<Dim, string> variables = [];
    private readonly DimTable table = new();

    /// <param name="config">All of whose dims get a variable, in the order of their use.</param>
    public CSharpDims(Config config)
    {
        foreach (var (_, value) in config.Entries)
        {
            table.BeginEntry();
            Visit(value);
        }

        var free = new UniqueNames([]);
        foreach (var dim in table.Declared)
        {
            var stem = dim.Expression is null ? dim.Name : StemOf(dim);
            variables.Add(dim, free.Take(CSharpIdentifier.Camel(stem, "d"), Suffix));
        }
    }

    /// <summary>The names of all variables.</summary>
    public IEnumerable<string> Variables => variables.Values;

    /// <summary>Adds the declarations, a line each.</summary>
    public void Declare(StringBuilder text, string margin)
    {
        foreach (var dim in table.Declared)
        {
            text.Append(margin).Append("var ").Append(variables[dim]).Append(" = ").Append(Made(dim)).Append(";\n");
        }
    }

    /// <summary>The expression for a dim.</summary>
    public string Of(Dim dim) => dim.Kind == DimKind.Batch ? "Dim.Batch" : variables[dim];

    private void Visit(OptionValue value)
    {
        switch (value)
        {
            case DimValue dim:
                table.Use(dim);
                break;
            case SequenceValue sequence:
                foreach (var item in sequence.Items)
                {
                    Visit(item);
                }

                break;
            case DictValue dict:
                foreach (var (key, inner) in dict)
                {
                    Visit(key);
                    Visit(inner);
                }

                break;
        }
    }

    private static string StemOf(Dim derived)
    {
        var root = derived;
        while ((root.Expression?.Left.Dim ?? root.Expression?.Right.Dim) is { } operand)
        {
            root = operand;
        }

        return root.Name + "Derived";
    }

    private string Made(Dim dim)
    {
        if (dim.Expression is not { } expression)
        {
            var name = CSharpLiterals.Text(dim.Name);
            return dim.Size is { } size
                ? $"Dim.{(dim.Kind == DimKind.Feature ? "Feature" : "Spatial")}({name}, {CSharpLiterals.Whole(size)})"
                : $"Dim.Dynamic({name})";
        }

        var (left, right) = (Operand(expression.Left), Operand(expression.Right));
        return expression.Operator switch
        {
            DimOperator.Add => $"{left} + {right}",
            DimOperator.Subtract => $"{left} - {right}",
            DimOperator.Multiply => $"{left} * {right}",
            DimOperator.Divide => $"{left} / {right}",
            DimOperator.DivideLeft => $"{left}.DivLeft({right})",
            DimOperator.FloorDivide => $"{left}.FloorDiv({right})",
            DimOperator.CeilDivide => $"{left}.CeilDiv({right})",
            DimOperator.CeilDivideLeft => $"{left}.CeilDivLeft({right})",
            _ => throw new InvalidOperationException($"No C# for {expression.Operator}."),
        };
    }

    private string Operand(DimOperand operand) =>
        operand.Dim is { } dim ? Of(dim) : CSharpLiterals.Whole(operand.Number);
}
