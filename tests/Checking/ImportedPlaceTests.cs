using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Checking;

/// <summary>A finding in a config that was read points at the very thing that is wrong.</summary>
public sealed class ImportedPlaceTests
{
    private const string Layer = """{"class": "linear", "from": "data", "n_out": 5, "n_outt": 6}""";

    public static TheoryData<string, string, string> Findings =>
        new()
        {
            { "an option", $"network = {{\n  \"a\": {Layer}}}", "(2,56): error ND3021" },
            {
                "an option in a sub-net",
                $"network = {{\"s\": {{\"class\": \"subnetwork\", \"from\": [], \"subnetwork\": {{\n  \"a/b\": {Layer}}}}}}}",
                "(2,58): error ND3021"
            },
            {
                "an option in a branch",
                $"network = {{\"c\": {{\"class\": \"cond\", \"from\": [], \"condition\": \"x\", \"false_layer\": {{\"class\": \"copy\", \"from\": \"a\"}},\n\"true_layer\": {Layer}}}}}",
                "(2,63): error ND3021"
            },
            {
                "an option in a loop",
                $"network = {{\"c\": {{\"class\": \"rec\", \"from\": [], \"unit\": {{\n\"a\": {Layer}}}}}}}",
                "(2,54): error ND3021"
            },
            { "the value of a layer", "network = {\n  \"a\": 5}", "(2,3): error ND3025" },
            { "the class", "network = {\"a\": {\n \"class\": \"copyy\"}}", "(2,2): error ND3020" },
            {
                "a type",
                "network = {\"a\": {\"class\": \"linear\", \"from\": [],\n  \"n_out\": 5.0}}",
                "(2,3): error ND3025"
            },
            {
                "a missing option",
                "network = {\n  \"a\": {\"class\": \"combine\", \"from\": \"data\"}}",
                "(2,3): error ND3023"
            },
            {
                "an option of out_type",
                "network = {\"a\": {\"class\": \"eval\", \"from\": [], \"eval\": \"x\",\n \"out_type\": {\"dimm\": 5}}}",
                "(2,15): error ND3035"
            },
            {
                "the loss",
                "network = {\"a\": {\"class\": \"copy\", \"from\": [],\n \"loss\": \"cee\"}}",
                "(2,2): error ND3027"
            },
            {
                "an option of the loss",
                "network = {\"a\": {\"class\": \"copy\", \"from\": [],\n \"loss\": \"ce\", \"loss_opts\": {\"focal_loss_facto\": 1}}}",
                "(2,30): error ND3028"
            },
            { "an input", "extern_data = {\n  \"data\": {\"dimm\": 5}}", "(2,12): error ND3035" },
            { "the optimizer", "optimizer = {\n  \"class\": \"adamm\"}", "(2,3): error ND3029" },
            {
                "an option of the optimizer",
                "optimizer = {\"class\": \"adam\",\n  \"epsilonn\": 1e-8}",
                "(2,3): error ND3030"
            },
            {
                "the learning rate of the optimizer",
                "optimizer = {\"class\": \"adam\",\n  \"learning_rate\": 1}",
                "(2,3): error ND3022"
            },
            { "an optimizer that is no dict", "#\noptimizer = 5", "(2,1): error ND3025" },
            { "a dataset", "train = {\n  \"class\": \"HDFDatasett\"}", "(2,3): error ND3031" },
            {
                "a dataset in a dataset",
                "train = {\"class\": \"MetaDataset\", \"data_map\": {}, \"datasets\": {\"a\": {\n  \"class\": \"HDFDatasett\"}}}",
                "(2,3): error ND3031"
            },
            {
                "a dataset in a list",
                "train = {\"class\": \"ConcatDataset\", \"datasets\": [{\n  \"class\": \"HDFDatasett\"}]}",
                "(2,3): error ND3031"
            },
            {
                "a dataset for evaluation",
                "eval_datasets = {\"a\": {\n  \"class\": \"HDFDatasett\"}}",
                "(2,3): error ND3031"
            },
            { "a key", "#\nbacth_size = 5", "(2,1): warning ND3033" },
            { "the type of a key", "#\nnum_epochs = 5.0", "(2,1): error ND3025" },
        };

    [Theory]
    [MemberData(nameof(Findings))]
    public void A_finding_has_its_place_in_Python(string _, string text, string place) =>
        Assert.Contains(Found($"{text}\n"), finding => finding.StartsWith($"net.py{place}", StringComparison.Ordinal));

    [Fact]
    public void A_finding_has_its_place_in_JSON() =>
        Assert.StartsWith(
            "net.config(3,3): error ND3021",
            Assert.Single(
                Found(
                    "{\"network\": {\n  \"a\": {\"class\": \"linear\", \"from\": \"data\", \"n_out\": 5,\n  \"n_outt\": 6, \"is_output_layer\": true}}}",
                    "net.config"
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_layer_that_is_defined_apart_is_found_where_it_is_written() =>
        Assert.StartsWith(
            "net.py(2,3): error ND3021",
            Assert.Single(
                Found("a = {\"class\": \"copy\", \"from\": [],\n  \"fromm\": 5}\nnetwork = {\"output\": a}\n")
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Findings_come_in_the_order_of_the_text() =>
        Assert.Equal(
            ["ND3031", "ND3020", "ND3033"],
            ConfigChecker
                .Check("train={'class': 'HDFDatase'}\nnetwork={'output': {'class': 'copyy'}}\nbacth_size=5\n", "net.py")
                .Diagnostics.Select(finding => finding.Code)
        );

    [Fact]
    public void Of_a_config_that_cannot_be_read_only_that_is_told() =>
        Assert.Equal(
            ["ND5004"],
            ConfigChecker.Check("bacth_size = 5\nnetwork = {\n", "net.py").Diagnostics.Select(finding => finding.Code)
        );

    private static IEnumerable<string> Found(string text, string path = "net.py") =>
        ConfigChecker.Check(text, path).Diagnostics.Select(finding => finding.ToString());
}
