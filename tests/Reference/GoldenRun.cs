using System.Collections.Immutable;
using NetDsl.Emit;
using NetDsl.Reference;
using NetDsl.Tests.Golden;
using Newtonsoft.Json.Linq;
using Xunit;

namespace NetDsl.Tests.Reference;

/// <summary>
/// A golden case as it was recorded: all layers in eval mode, all layers in training, the loss of an eval step, and one training
/// step. What a run assigns is there in the next one.
/// </summary>
internal sealed class GoldenRun
{
    private const double LearningRate = 0.01;

    private readonly InferredNet net;
    private readonly GoldenCase golden;

    private GoldenRun(GoldenCase golden, string path)
        : this(golden, NetOf(golden, path))
    {
        var parameters = Numbers("params");
        Eval = Run(parameters, new(IsTraining: false));
        Train = Run(parameters = After(parameters, Eval, "eval"), new(IsTraining: true));
        EvalStep = Run(parameters = After(parameters, Train, "train"), new(IsTraining: false));
        TrainStep = Run(parameters = After(parameters, EvalStep, null), new(IsTraining: true));
        Before = parameters;
    }

    private GoldenRun(GoldenCase golden, InferredNet net) => (this.golden, this.net) = (golden, net);

    internal Evaluation Eval { get; } = null!;

    internal Evaluation Train { get; } = null!;

    internal Evaluation EvalStep { get; } = null!;

    internal Evaluation TrainStep { get; } = null!;

    /// <summary>The parameters before the training step.</summary>
    private IReadOnlyDictionary<string, NdArray> Before { get; } = null!;

    internal static GoldenRun Of(string name) =>
        name.StartsWith("json_", StringComparison.Ordinal)
            ? new(GoldenFiles.JsonCase(name), "net.json")
            : new(GoldenFiles.Case(name), "net.py");

    /// <summary>A case that searches, and what RETURNN found: rows that are the same for all hypotheses are repeated as often.</summary>
    internal static (Evaluation Step, Dictionary<string, NdArray> Numbers) Search(string name)
    {
        var golden = GoldenFiles.Case(name);
        var run = new GoldenRun(golden, NetOf(golden, "net.py"));
        var step = run.Run(run.Numbers("params"), new(IsTraining: false) { Searches = true });
        var times = Hypotheses.CountOf(run.net)!.Value;
        var numbers = run.Numbers("eval");
        foreach (var (layer, array) in numbers.ToList())
        {
            if (
                step.Output(layer)?.Type.BatchIndex is { } batch
                && array.Shape[batch] * times == step.Output(layer)!.Value.Shape[batch]
            )
            {
                int[] rows = [.. Enumerable.Range(0, array.Shape[batch] * times).Select(row => row / times)];
                numbers[layer] = Value.Constant(array).Take(batch, rows).Array;
            }
        }

        return (step, numbers);
    }

    private static InferredNet NetOf(GoldenCase golden, string path)
    {
        var config = ConfigReader.Read(golden.Config, path, [])?.Config;
        Assert.NotNull(config);
        return NetInference.Run(NetStructure.Read(config), NetSource.Of(config), config);
    }

    /// <summary>Why something could not be computed.</summary>
    internal IEnumerable<string> Faults =>
        new[] { Eval, Train, EvalStep, TrainStep }
            .SelectMany(run => run.Diagnostics)
            .Select(diagnostic => diagnostic.ToString())
            .Distinct();

    /// <summary>The parameters behind one step of gradient descent.</summary>
    internal IReadOnlyDictionary<string, NdArray> ParametersAfter()
    {
        var after = new Dictionary<string, NdArray>(Before, StringComparer.Ordinal);
        foreach (var (name, parameter) in golden.Parameters)
        {
            if (parameter.Trainable && TrainStep.Gradient(name) is { } gradient)
            {
                var change = new Unary(number => -LearningRate * number).Compute([gradient]);
                after[name] = Binary.Add.Compute([after[name], change]);
            }
        }

        foreach (var (name, value) in TrainStep.Assigned())
        {
            after[name] = value;
        }

        return after;
    }

    /// <summary>The arrays of one kind that RETURNN recorded.</summary>
    internal Dictionary<string, NdArray> Numbers(string kind) =>
        (golden.Values[kind] as JObject ?? [])
            .Properties()
            .ToDictionary(item => item.Name, item => Array(item.Value), StringComparer.Ordinal);

    private Evaluation Run(IReadOnlyDictionary<string, NdArray> parameters, StepMode mode)
    {
        var lengths = (golden.Values["input_lengths"] as JObject ?? [])
            .Properties()
            .ToDictionary(
                item => item.Name,
                item => item.Value.Values<int>().ToImmutableArray(),
                StringComparer.Ordinal
            );
        return NetRun.Run(net, new(Numbers("inputs"), lengths, parameters), mode);
    }

    // Whoever fetches all layers runs what these assign.
    private Dictionary<string, NdArray> After(
        IReadOnlyDictionary<string, NdArray> parameters,
        Evaluation run,
        string? fetched
    )
    {
        var layers = fetched is null
            ? null
            : Numbers(fetched).Keys.Select(name => net.Structure.Root.TryGet(name, out var layer) ? layer : null);
        var after = new Dictionary<string, NdArray>(parameters, StringComparer.Ordinal);
        foreach (var (name, value) in run.Assigned(layers?.OfType<NetLayer>()))
        {
            after[name] = value;
        }

        return after;
    }

    private static NdArray Array(JToken token)
    {
        var shape = ImmutableArray.CreateBuilder<int>();
        for (var inner = token; inner is JArray list; inner = list.Count > 0 ? list[0] : null)
        {
            shape.Add(list.Count);
        }

        return new(shape.ToImmutable(), [.. Leaves(token)]);
    }

    private static IEnumerable<double> Leaves(JToken token) =>
        token is JArray list ? list.SelectMany(Leaves) : [token.Value<double>()];
}
