using NetDsl.Reference;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Reference;

/// <summary>The golden cases: the interpreter computes what RETURNN did.</summary>
public sealed class GoldenValueTests
{
    public static TheoryData<string> Cases =>
        [
            .. GoldenFiles
                .CaseNames.Concat(GoldenFiles.JsonCaseNames)
                .Where(name => name is not (WithoutNumbers or Searching)),
        ];

    // Recorded for the time that it takes to build.
    private const string WithoutNumbers = "json_order_deep";

    // Recorded without training.
    private const string Searching = "attention_decoder_search";

    // Fetched in the same run as a write to them: which of the two comes first is chance.
    private static readonly HashSet<(string Case, string Layer)> racing =
    [
        ("assign_order", "v"),
        ("bn_primitive_via_loss", "running_mean"),
        ("bn_primitive_via_loss", "running_variance"),
    ];

    [Fact]
    public void A_search_finds_what_RETURNN_found()
    {
        var run = GoldenRun.Search(Searching);
        Findings.None([
            .. run.Step.Diagnostics.Select(finding => finding.ToString()),
            .. Differences(Searching, run.Step, run.Numbers),
        ]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_can_be_computed(string name) => Findings.None([.. GoldenRun.Of(name).Faults]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Layers_of_a_case_are_in_eval_mode_what_RETURNN_computed(string name)
    {
        var run = GoldenRun.Of(name);

        Findings.None([.. Differences(name, run.Eval, run.Numbers("eval"))]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Layers_of_a_case_are_in_training_what_RETURNN_computed(string name)
    {
        var run = GoldenRun.Of(name);

        Findings.None([.. Differences(name, run.Train, run.Numbers("train"))]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Losses_of_a_case_are_what_RETURNN_summed_up(string name)
    {
        var run = GoldenRun.Of(name);
        var golden = name.StartsWith("json_", StringComparison.Ordinal)
            ? GoldenFiles.JsonCase(name)
            : GoldenFiles.Case(name);
        var recorded = golden.TrainLosses.Prepend(golden.EvalLossBefore ?? 0).Take(2);

        var computed = new[] { run.EvalStep, run.TrainStep }.Select(step => step.Objective.Array);

        Findings.None([
            .. computed
                .Zip(recorded, (found, expected) => Closeness.Difference(found, NdArray.Scalar(expected)))
                .OfType<string>(),
        ]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Parameters_of_a_case_are_after_a_step_what_RETURNN_made_them(string name)
    {
        var run = GoldenRun.Of(name);
        var after = run.ParametersAfter();

        Findings.None([
            .. run.Numbers("params_after")
                .Select(item => (item.Key, Difference: Closeness.Difference(after[item.Key], item.Value)))
                .Where(item => item.Difference is not null)
                .Select(item => $"{item.Key}: {item.Difference}"),
        ]);
    }

    private static IEnumerable<string> Differences(string name, Evaluation run, Dictionary<string, NdArray> recorded)
    {
        foreach (var (layer, expected) in recorded.Where(item => !racing.Contains((name, item.Key))))
        {
            var found = run.Output(layer);
            var difference = found is null
                ? "not computed"
                : Closeness.Difference(found.Value.Array, expected, run.Mask(found));
            if (difference is not null)
            {
                yield return $"{layer}: {difference}";
            }
        }
    }
}
