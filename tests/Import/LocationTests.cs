using Xunit;

namespace NetDsl.Tests.Import;

/// <summary>Every entry, layer and option can be found in the text again.</summary>
public sealed class LocationTests
{
    private const string Python = """
        #!rnn.py
        size = 8
        shared = {"class": "linear",
                  "n_out": size}
        network = {
          "enc": {"class": "copy", "from": ["data", "x"], "opt": (1, {"k": None})},
          "a/b": shared,
          "sub": {"subnetwork": {"output": {"class": "copy"}}},
        }
        """;

    private const string Json = "{\n  \"network\": {\"enc\": {\"class\": \"copy\",\n\"from\": [\"data\",\r\n \"x\"]}}}";

    [Theory]
    [InlineData("size", 2, 1)]
    [InlineData("network", 5, 1)]
    [InlineData("network/enc", 6, 3)]
    [InlineData("network/enc/class", 6, 11)]
    [InlineData("network/enc/from/1", 6, 45)]
    [InlineData("network/enc/opt/1/k", 6, 63)]
    [InlineData("network/a/b", 7, 3)]
    [InlineData("network/a/b/n_out", 4, 11)]
    [InlineData("network/sub/subnetwork/output/class", 8, 37)]
    public void A_key_of_Python_has_its_place(string path, int line, int column) =>
        Assert.Equal(new("test.py", line, column), Imported.Python(Python).Locations.Find(path));

    [Theory]
    [InlineData("size", 2, 8)]
    [InlineData("network/enc/class", 6, 20)]
    [InlineData("network/a/b", 7, 10)]
    [InlineData("network/a/b/n_out", 4, 20)]
    public void A_value_of_Python_has_its_place(string path, int line, int column) =>
        Assert.Equal(new("test.py", line, column), Imported.Python(Python).Locations.FindValue(path));

    [Theory]
    [InlineData("network", 2, 3)]
    [InlineData("network/enc/from", 3, 1)]
    [InlineData("network/enc/from/1", 4, 2)]
    public void A_key_of_JSON_has_its_place(string path, int line, int column) =>
        Assert.Equal(new("test.json", line, column), Imported.Json(Json).Locations.Find(path));

    [Theory]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("size/x")]
    [InlineData("network/enc/from/2")]
    [InlineData("network/enc/from/-1")]
    [InlineData("network/enc/from/x")]
    public void What_is_not_there_has_no_place(string path) =>
        Assert.False(Imported.Python(Python).Locations.Find(path).IsKnown);

    [Fact]
    public void Every_layer_of_a_large_net_is_found()
    {
        var lines = Enumerable.Range(0, 1000).Select(index => $"  \"layer{index}\": {{\"class\": \"copy\"}},");
        var locations = Imported.Python($"network = {{\n{string.Join('\n', lines)}\n}}\n").Locations;

        Assert.All(
            Enumerable.Range(0, 1000),
            index => Assert.Equal(new SourceLocation("test.py", index + 2, 3), locations.Find($"network/layer{index}"))
        );
    }
}
