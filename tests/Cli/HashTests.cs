using Newtonsoft.Json.Linq;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class HashTests : CliFixture
{
    private const string Net = """
        #!rnn.py
        behavior_version = 21
        extern_data = {"data": {"dim": 3}}
        network = {
            "ff": {"class": "linear", "from": "data:data", "n_out": 5},
            "output": {"class": "softmax", "from": "ff", "n_out": 2},
        }

        """;

    [Fact]
    public void A_digest_is_one_line()
    {
        Assert.Equal(0, Run("hash", Write("net.py", Net)));

        Assert.Matches("^[0-9a-f]{64}\n$", Output);
    }

    [Fact]
    public void Programs_read_what_belongs_to_the_net_and_what_to_the_rest()
    {
        Run("hash", Write("a.py", Net), "--json");
        Run("hash", Write("b.py", Net + "learning_rate = 0.1\n"), "--json");
        var printed = Output.Split('\n');
        var (first, second) = (JObject.Parse(printed[0]), JObject.Parse(printed[1]));

        Assert.Equal(first.Value<string>("network"), second.Value<string>("network"));
        Assert.NotEqual(first.Value<string>("settings"), second.Value<string>("settings"));
    }

    [Fact]
    public void The_layer_that_makes_the_difference_is_named()
    {
        var other = Net.Replace("\"n_out\": 5", "\"n_out\": 6", StringComparison.Ordinal);

        Assert.Equal(0, Run("hash", Write("a.py", other), "--explain", Write("b.py", Net)));

        Assert.Equal("changed   ff (linear): n_out 6 -> 5", Output.Split('\n')[2]);
    }

    [Fact]
    public void Equal_digests_are_said_to_be_the_same()
    {
        Assert.Equal(0, Run("hash", Write("a.py", Net), "--explain", Write("b.py", Net + "# a remark\n")));

        Assert.StartsWith("same ", Output, StringComparison.Ordinal);
    }
}
