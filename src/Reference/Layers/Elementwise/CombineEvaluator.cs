using System.Text.RegularExpressions;

namespace NetDsl.Reference;

/// <summary><c>combine</c> and <c>eval</c>: a function of all sources entry by entry.</summary>
internal sealed partial class CombineEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["kind", "eval", "eval_locals", "activation", "with_bias"];

    public Value? Evaluate(LayerStep step)
    {
        var sources = new List<Value>();
        foreach (var source in step.Sources)
        {
            if (step.Aligned(source, step.Type) is not { } aligned)
            {
                return null;
            }

            sources.Add(aligned);
        }

        var isEval = step.Call.LayerClass == "eval" || step.Call.Text("kind") == "eval";
        if ((isEval ? Evaluated(step, sources) : Combined(step, sources)) is not { } value)
        {
            return null;
        }

        value = Filled(step, value, sources);
        if (step.Call.Flag("with_bias"))
        {
            if (step.Type.FeatureIndex is not { } feature || step.Parameter("b") is not { } bias)
            {
                return null;
            }

            value += Alignment.At(bias, [feature], step.Type.Rank);
        }

        step.State.BeforeActivation[step.Layer] = value;
        return Activation.Apply(step, value, step.Type.FeatureIndex);
    }

    // A formula of numbers alone has no axes yet.
    private static Value Filled(LayerStep step, Value value, List<Value> sources)
    {
        var shape = sources.Aggregate(value.Shape, (common, source) => Broadcasting.Common(common, source.Shape));
        return shape.Length == step.Type.Rank ? value.Expand(shape) : value;
    }

    private static Value? Combined(LayerStep step, List<Value> sources)
    {
        var kind = step.Call.Text("kind") ?? "";
        if (Binary.Named(kind) is not { } function)
        {
            return step.Refuse("kind");
        }

        var value = sources.Aggregate((left, right) => left.Combine(function, right));
        return kind == "average" ? value * (1.0 / sources.Count) : value;
    }

    private static Value? Evaluated(LayerStep step, List<Value> sources)
    {
        if (step.Call.Text("eval") is not { } text)
        {
            return step.Refuse("eval");
        }

        if (Registration().IsMatch(text))
        {
            step.State.Registered.Add(step.Layer);
            return sources[0];
        }

        return
            ExpressionParser.Parse(text, step.Call.Option("eval_locals") as DictValue) is { } formula
            && FormulaEvaluation.Of(formula, sources) is { } value
            ? value
            : step.Fail(InterpreterDiagnostics.UnknownExpression(step.Layer, text));
    }

    // What every step computes, whether something needs it or not (contract 4.3).
    [GeneratedRegex(
        @"^\(self\.network\.register_post_control_dependencies\(\[source\(0\)\]\), source\(0\)\)\[1\]$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Registration();
}
