namespace NetDsl.Emit;

/// <content>Entry-by-entry operations. Numbers known when the model is written stand in the expression of an <c>eval</c> layer.</content>
internal sealed partial class NetTranslator
{
    private LayerDraft Unary(UnaryNode node, LayerScope scope) =>
        node.Activation is { } activation
            ? Sourced("activation", scope, node.Operand).Set("activation", activation)
            : Function(node, scope);

    private LayerDraft Function(UnaryNode node, LayerScope scope) =>
        Eval(new UnaryExpression(node.Operator, new SourceExpression(0)), Reference(node.Operand, scope));

    private static LayerDraft Eval(Expression formula, OptionValue from) =>
        new LayerDraft("eval").Set("from", from).Set("eval", ExpressionText.Of(formula));

    private LayerDraft Formula(ExpressionNode node, LayerScope scope)
    {
        var sources = node.Inputs.Select(source => (OptionValue)Reference(source, scope)).ToArray();
        var draft = Eval(node.Formula, sources.Length == 1 ? sources[0] : OptionValue.List(sources));
        if (node.Inputs.All(source => source.Dims.Count < node.Output.Dims.Count))
        {
            spelling.SetBroadcast(draft);
        }

        return draft;
    }

    // A whole number beside reals is a real.
    private string Operand(Tensor tensor, Node user, LayerScope scope) =>
        lowered.Resolve(tensor) is { Node: ConstantNode } constant
            ? ConstantLayer(constant, user.Output.Type, constant.Dims, scope).From(scope)
            : Reference(tensor, scope);

    private LayerDraft Binary(BinaryNode node, LayerScope scope)
    {
        // TensorFlow has no function for some, and RETURNN only for two tensors.
        var takesNumbers = ExpressionText.CanSay(node.Operator);
        if (takesNumbers && Number(node.Right, node) is { } right)
        {
            return Eval(
                new BinaryExpression(node.Operator, new SourceExpression(0), right),
                Operand(node.Left, node, scope)
            );
        }

        if (takesNumbers && Number(node.Left, node) is { } left)
        {
            return Eval(
                new BinaryExpression(node.Operator, left, new SourceExpression(0)),
                Operand(node.Right, node, scope)
            );
        }

        var draft = new LayerDraft("combine").Set("kind", CombineKind(node.Operator));
        draft.Set("from", OptionValue.List(Operand(node.Left, node, scope), Operand(node.Right, node, scope)));
        AllowBroadcast(draft, node.Output.Dims, node.Left, node.Right);
        return draft;
    }

    private LayerDraft Compare(CompareNode node, LayerScope scope)
    {
        var number = Value(node.Right, node);
        if (number is not null && number is not BoolValue)
        {
            return Sourced("compare", scope, node.Left).Set("kind", CompareKind(node.Operator)).Set("value", number);
        }

        // RETURNN compares with a number on the right only.
        number = Value(node.Left, node);
        if (number is not null && number is not BoolValue)
        {
            return Sourced("compare", scope, node.Right)
                .Set("kind", CompareKind(Mirrored(node.Operator)))
                .Set("value", number);
        }

        var draft = Sourced("compare", scope, node.Left, node.Right).Set("kind", CompareKind(node.Operator));
        AllowBroadcast(draft, node.Output.Dims, node.Left, node.Right);
        return draft;
    }

    private LayerDraft Where(WhereNode node, LayerScope scope) =>
        new LayerDraft("switch")
            .Set("condition", Reference(node.Condition, scope))
            .Set("true_from", Alternative(node.WhenTrue, node, scope))
            .Set("false_from", Alternative(node.WhenFalse, node, scope));

    private OptionValue Alternative(Tensor tensor, WhereNode node, LayerScope scope)
    {
        var isPlainNumber = tensor.Node is ConstantNode && tensor.Dims.Count == 0 && node.Output.Type != DataType.Bool;
        return isPlainNumber && Value(tensor, node) is { } number ? number : Operand(tensor, node, scope);
    }

    private void AllowBroadcast(LayerDraft draft, Shape result, Tensor left, Tensor right)
    {
        if (left.Dims.Count < result.Count && right.Dims.Count < result.Count)
        {
            spelling.SetBroadcast(draft);
        }
    }

    /// <summary>A scalar constant as part of a formula, or null if the tensor is none.</summary>
    private NumberExpression? Number(Tensor tensor, Node user) =>
        Value(tensor, user) is { } value && value is not BoolValue && tensor.Dims.Count == 0 ? new(value) : null;

    /// <summary>The value of a constant in the type of what it is combined with, or null if the tensor is none.</summary>
    private OptionValue? Value(Tensor tensor, Node user)
    {
        if (lowered.Resolve(tensor).Node is not ConstantNode constant)
        {
            return null;
        }

        var type = user is CompareNode compare
            ? Elementwise.CommonType(compare.Left, compare.Right) ?? tensor.Type
            : user.Output.Type;
        return Typed(constant, type, Place(user));
    }

    private OptionValue Typed(ConstantNode constant, DataType type, LayerPlace place)
    {
        if (constant.Number is { } number && !double.IsFinite(number))
        {
            diagnostics.Add(TranslationDiagnostics.NotFinite(place));
            return 0.0;
        }

        return (constant.Value, type) switch
        {
            (IntegerValue whole, DataType.Float32) => (double)whole.Value,
            (RealValue real, DataType.Int32 or DataType.Int64) => (long)real.Value,
            _ => constant.Value,
        };
    }

    private static string CombineKind(BinaryOperator op) =>
        op switch
        {
            BinaryOperator.Add => "add",
            BinaryOperator.Subtract => "sub",
            BinaryOperator.Multiply => "mul",
            BinaryOperator.Divide => "truediv",
            BinaryOperator.Maximum => "maximum",
            BinaryOperator.Minimum => "minimum",
            BinaryOperator.Power => "pow",
            BinaryOperator.SquaredDifference => "squared_difference",
            BinaryOperator.FloorDivide => "floordiv",
            BinaryOperator.Modulo => "mod",
            BinaryOperator.LogAddExp => "logaddexp",
            BinaryOperator.And => "logical_and",
            _ => "logical_or",
        };

    private static string CompareKind(ComparisonOperator op) =>
        op switch
        {
            ComparisonOperator.Equal => "equal",
            ComparisonOperator.NotEqual => "not_equal",
            ComparisonOperator.Less => "less",
            ComparisonOperator.LessEqual => "less_equal",
            ComparisonOperator.Greater => "greater",
            _ => "greater_equal",
        };

    private static ComparisonOperator Mirrored(ComparisonOperator op) =>
        op switch
        {
            ComparisonOperator.Less => ComparisonOperator.Greater,
            ComparisonOperator.LessEqual => ComparisonOperator.GreaterEqual,
            ComparisonOperator.Greater => ComparisonOperator.Less,
            ComparisonOperator.GreaterEqual => ComparisonOperator.LessEqual,
            _ => op,
        };
}
