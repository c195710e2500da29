using NetDsl.Emit;
using NetDsl.Tests.Golden;
using Xunit;

namespace NetDsl.Tests.Checking;

/// <summary>What RETURNN built gets no finding, not even a warning; but for the one net that it built and that does not do what it says.</summary>
public sealed class NoFalseAlarmTests
{
    private const string NeverRuns = "bn_primitive_never_runs";

    public static TheoryData<string> Cases => [.. GoldenFiles.CaseNames.Where(name => name != NeverRuns)];

    public static TheoryData<string> JsonCases => [.. GoldenFiles.JsonCaseNames];

    public static TheoryData<string> Equivalences => [.. GoldenFiles.EquivalenceNames];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_golden_config_has_no_finding(string name) => NoFinding(ConfigOf.Text(GoldenFiles.Case(name).Config));

    [Theory]
    [MemberData(nameof(JsonCases))]
    public void A_golden_JSON_config_has_no_finding(string name) =>
        NoFinding(ConfigOf.Values(JsonNet.Parse(GoldenFiles.JsonCase(name).Config)));

    [Theory]
    [MemberData(nameof(Equivalences))]
    public void Neither_config_of_an_equivalence_has_a_finding(string name)
    {
        var equivalence = GoldenFiles.Equivalence(name);

        NoFinding(ConfigOf.Text(equivalence.FusedConfig));
        NoFinding(ConfigOf.Text(equivalence.BlocksConfig));
    }

    [Fact]
    public void A_golden_config_whose_updates_never_run_has_one_finding_that_says_so() =>
        Assert.StartsWith(
            "Warning ND4020: The layer \"upd\" never changes a variable",
            Assert.Single(Checked.Texts(Checked.Config(ConfigOf.Text(GoldenFiles.Case(NeverRuns).Config)))),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_training_config_has_no_finding() => NoFinding(ConfigOf.Text(GoldenFiles.TrainingConfig()));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_golden_config_that_is_read_has_no_finding(string name) =>
        NoFinding(GoldenFiles.Case(name).Config, "case.py");

    [Theory]
    [MemberData(nameof(JsonCases))]
    public void A_golden_JSON_config_that_is_read_has_no_finding(string name) =>
        NoFinding(GoldenFiles.JsonCase(name).Config, "case.config");

    [Fact]
    public void A_training_config_that_is_read_has_no_finding() => NoFinding(GoldenFiles.TrainingConfig(), "train.py");

    private static void NoFinding(string text, string path) =>
        Assert.Empty(
            ConfigChecker
                .Check(text, path)
                .Diagnostics.Where(finding => finding.Severity > Severity.Info)
                .Select(finding => finding.ToString())
        );

    private static void NoFinding(Config config) => Assert.Empty(Checked.Texts(Checked.Config(config)));
}
