using NetDsl.Cli;
using Newtonsoft.Json.Linq;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class BatchTests : CliFixture
{
    private static readonly Func<Net>[] three = [() => new Net("a"), () => new Net("b"), () => new Net("c")];

    [Fact]
    public void Each_model_gets_a_file_of_its_name()
    {
        Assert.Equal(0, RunScript(three, "emit", "--out-dir", "out"));

        Assert.Equal("model b\n", Read("out/b.py"));
        Assert.Equal(["a.py", "b.py", "c.py", "manifest.json"], Files());
    }

    [Fact]
    public void The_manifest_has_the_hash_of_each_file_in_the_order_of_the_models()
    {
        RunScript(three, "emit", "--out-dir", "out");

        var manifest = JObject.Parse(Read("out/manifest.json"));
        Assert.Equal(1, manifest.Value<int>("formatVersion"));
        Assert.Equal(["a", "b", "c"], manifest["models"]!.Select(model => model.Value<string>("model")));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("model b\n"u8)),
            manifest["models"]![1]!.Value<string>("sha256")
        );
    }

    [Fact]
    public void A_file_that_is_right_is_not_touched()
    {
        RunScript(three, "emit", "--out-dir", "out");
        File.SetLastWriteTimeUtc(PathOf("out/a.py"), DateTime.UnixEpoch);
        File.WriteAllText(PathOf("out/b.py"), "old");

        RunScript(three, "emit", "--out-dir", "out", "-v");

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(PathOf("out/a.py")));
        Assert.Equal("model b\n", Read("out/b.py"));
        Assert.Contains("netdsl: 3 models: 1 written, 2 as they were", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_model_that_throws_does_not_keep_the_others_from_being_written()
    {
        Func<Net>[] models = [.. three, () => throw new InvalidOperationException("no")];

        Assert.Equal(1, RunScript(models, "emit", "--out-dir", "out"));

        Assert.Equal(["a.py", "b.py", "c.py", "manifest.json"], Files());
        Assert.Contains("ND0103", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_models_of_one_name_are_refused() =>
        Assert.Equal(1, RunScript([.. three, () => new Net("b")], "emit", "--out-dir", "out"));

    [Theory]
    [InlineData("lr=0.1/b")]
    [InlineData("..")]
    [InlineData("A")]
    public void A_name_that_is_no_file_of_its_own_is_refused(string name)
    {
        Assert.Equal(1, RunScript([.. three, () => new Net(name)], "emit", "--out-dir", "out"));

        Assert.Contains("ND0132", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Some_models_can_be_chosen()
    {
        Assert.Equal(0, RunScript(three, "emit", "--out-dir", "out", "--model", "a", "--model", "c"));

        Assert.Equal(["a.py", "c.py"], Files());
    }

    [Fact]
    public void What_is_wrong_with_models_that_were_not_chosen_is_not_told()
    {
        Assert.Equal(
            0,
            RunScript(
                [.. three, () => throw new InvalidOperationException("broken for a reason")],
                "emit",
                "--out-dir",
                "nets",
                "--model",
                "a"
            )
        );
        Assert.Empty(Error);
    }

    [Fact]
    public void A_model_that_throws_is_told_if_a_chosen_one_is_missing()
    {
        Assert.Equal(
            1,
            RunScript(
                [.. three, () => throw new InvalidOperationException("broken for a reason")],
                "emit",
                "--out-dir",
                "nets",
                "--model",
                "medium"
            )
        );
        Assert.Contains("broken for a reason", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ND0105", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_chosen_and_not_there_is_an_error() =>
        Assert.Equal(1, RunScript(three, "emit", "--out-dir", "out", "--model", "d"));

    [Fact]
    public void Verifying_writes_nothing_and_exits_with_2_if_a_file_differs()
    {
        Assert.Equal(2, RunScript(three, "emit", "--out-dir", "out", "--verify"));
        Assert.Contains("error ND0133: ", Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(PathOf("out")));

        RunScript(three, "emit", "--out-dir", "out");
        Assert.Equal(0, RunScript(three, "emit", "--out-dir", "out", "--verify"));
    }

    [Fact]
    public void The_format_names_the_files()
    {
        RunScript(three, "emit", "--out-dir", "out", "-f", "json");

        Assert.Equal(["a.json", "b.json", "c.json", "manifest.json"], Files());
    }

    [Fact]
    public void A_file_and_a_folder_exclude_each_other() =>
        Assert.Equal(64, RunScript(three, "emit", "--out-dir", "out", "-o", "a.py"));

    [Fact]
    public void Progress_is_a_bar_with_a_count() =>
        Assert.Equal("[##########....................] 700 of 2100", ProgressBar.Text(700, 2100));

    private IEnumerable<string?> Files() =>
        Directory.GetFiles(PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
