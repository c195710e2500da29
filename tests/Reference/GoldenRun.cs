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
    {
        this.golden = golden;
        var diagnostics = new List<Diagnostic>();
        var config = ConfigReader.Read(golden.Config, path, diagnostics)?.Config;
        Assert.NotNull(config);
        net = NetInference.Run(NetStructure.Read(config), NetSource.Of(config), config);
        var parameters = Numbers("params");
        Eval = Run(parameters, isTraining: false);
        Train = Run(parameters = After(parameters, Eval, "eval"), isTraining: true);
        EvalStep = Run(parameters = After(parameters, Train, "train"), isTraining: false);
        TrainStep = Run(parameters = After(parameters, EvalStep, null), isTraining: true);
        Before = parameters;
    }

    internal Evaluation Eval { get; }

    internal Evaluation Train { get; }

    internal Evaluation EvalStep { get; }

    internal Evaluation TrainStep { get; }

    /// <summary>The parameters before the training step.</summary>
    private IReadOnlyDictionary<string, NdArray> Before { get; }

    internal static GoldenRun Of(string name) =>
        name.StartsWith("json_", StringComparison.Ordinal)
            ? new(GoldenFiles.JsonCase(name), "net.json")
            : new(GoldenFiles.Case(name), "net.py");

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

    private Evaluation Run(IReadOnlyDictionary<string, NdArray> parameters, bool isTraining)
    {
        var lengths = (golden.Values["input_lengths"] as JObject ?? [])
            .Properties()
            .ToDictionary(
                item => item.Name,
                item => item.Value.Values<int>().ToImmutableArray(),
                StringComparer.Ordinal
            );
        return NetRun.Run(net, new(Numbers("inputs"), lengths, parameters), new(isTraining));
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
