using Xunit;

namespace NetDsl.Tests.Cli;

/// <summary>Where settings files are looked for, and what can be wrong with them.</summary>
[Collection("Console")]
public sealed class SettingsFileTests : CliFixture
{
    private const string Silent = """{"severity": {"ND4001": "none"}}""";

    public SettingsFileTests()
    {
        Emit = net =>
            Emission(
                net,
                new Diagnostic("ND4001", Severity.Warning, "one"),
                new Diagnostic("ND4002", Severity.Warning, "two")
            );
        Directory.CreateDirectory(PathOf("a/b"));
        Host = Host with { CurrentDirectory = PathOf("a/b") };
    }

    [Fact]
    public void A_file_further_up_holds()
    {
        Write("netdsl.json", Silent);

        Assert.Equal(["ND4002"], Reported());
    }

    [Fact]
    public void Files_add_up()
    {
        Write("netdsl.json", Silent);
        Write("a/netdsl.json", """{"severity": {"ND4002": "none"}}""");

        Assert.Empty(Reported());
    }

    [Fact]
    public void The_nearest_file_counts()
    {
        Write("netdsl.json", """{"severity": {"ND4001": "none"}, "warnAsError": true}""");
        Write("a/netdsl.json", """{"severity": {"ND4001": "warning"}, "warnAsError": false}""");

        Assert.Equal(["ND4001", "ND4002"], Reported());
        Assert.DoesNotContain("error", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_ends_the_search()
    {
        Write("netdsl.json", Silent);
        Write("a/netdsl.json", """{"root": true}""");

        Assert.Equal(["ND4001", "ND4002"], Reported());
    }

    [Fact]
    public void A_repository_ends_the_search()
    {
        Write("netdsl.json", Silent);
        Directory.CreateDirectory(PathOf("a/.git"));

        Assert.Equal(["ND4001", "ND4002"], Reported());
    }

    [Fact]
    public void A_worktree_ends_the_search()
    {
        Write("netdsl.json", Silent);
        Write("a/.git", "gitdir: elsewhere\n");

        Assert.Equal(["ND4001", "ND4002"], Reported());
    }

    [Fact]
    public void A_file_in_the_root_of_a_repository_holds()
    {
        Write("a/netdsl.json", Silent);
        Directory.CreateDirectory(PathOf("a/.git"));

        Assert.Equal(["ND4002"], Reported());
    }

    [Fact]
    public void A_file_that_is_named_takes_the_place_of_the_others()
    {
        Write("netdsl.json", Silent);
        Write("a/b/other.json", """{"severity": {"ND4002": "none"}}""");

        Assert.Equal(["ND4001"], Reported("--config", "other.json"));
    }

    [Fact]
    public void A_file_can_be_named_by_a_variable()
    {
        Write("a/b/other.json", """{"severity": {"ND4002": "none"}}""");
        SetEnvironment("NETDSL_CONFIG", "other.json");

        Assert.Equal(["ND4001"], Reported());
    }

    [Fact]
    public void A_named_file_that_is_missing_exits_with_1()
    {
        Assert.Equal(1, RunTagger("emit", "--config", "missing.json"));
        Assert.Equal("netdsl : error ND0116: 'missing.json' cannot be read: there is no such file\n", Error);
    }

    [Fact]
    public void Comments_commas_at_the_end_and_a_byte_order_mark_are_allowed()
    {
        Write("netdsl.json", "\ufeff// ours\n{\"$schema\": \"x\", \"severity\": {\"ND4001\": \"none\",}, /* all */}");

        Assert.Equal(["ND4002"], Reported());
    }

    [Fact]
    public void Codes_of_the_compiler_can_be_given_a_severity()
    {
        Write("netdsl.json", """{"severity": {"CS0219": "none"}}""");

        Assert.Equal(0, RunTagger("emit"));
    }

    [Theory]
    [InlineData("""{"severty": {}}""", "(1,2)", "there is no setting 'severty'\n  did you mean 'severity'?")]
    [InlineData(
        "{\n  \"severity\": {\n    \"ND401\": \"none\"}}",
        "(3,5)",
        "there is no diagnostic 'ND401'\n  did you mean 'ND4001'?"
    )]
    [InlineData(
        """{"severity": {"nd4001": "none"}}""",
        "(1,15)",
        "there is no diagnostic 'nd4001'\n  did you mean 'ND4001'?"
    )]
    [InlineData(
        """{"severity": {"ND4001": "eror"}}""",
        "(1,25)",
        "the severity of ND4001 is one of error, warning, info, none\n  did you mean 'error'?"
    )]
    [InlineData(
        """{"severity": {"ND4001": 5}}""",
        "(1,25)",
        "the severity of ND4001 is one of error, warning, info, none"
    )]
    [InlineData("""{"severity": [1]}""", "(1,14)", "'severity' is a JSON object, { ... }")]
    [InlineData("""{"root": "yes"}""", "(1,10)", "'root' is true or false")]
    [InlineData("""{"maxWarnings": -1}""", "(1,17)", "'maxWarnings' is a whole number, 0 or more")]
    [InlineData("""{"maxWarnings": 1.5}""", "(1,17)", "'maxWarnings' is a whole number, 0 or more")]
    [InlineData("""{"root": true, "root": true}""", "(1,16)", "'root' comes twice")]
    [InlineData("[]", "(1,1)", "a settings file is a JSON object, { ... }")]
    [InlineData("{\"ü\": 1, \"root\": 1}", "(1,2)", "there is no setting 'ü'")]
    public void What_is_wrong_is_told_at_its_place(string json, string place, string message)
    {
        Write("netdsl.json", json);
        Host = Host with { CurrentDirectory = PathOf(".") };

        RunTagger("emit");

        Assert.StartsWith($"netdsl.json{place}: error ND0122: {message}\n", Relative(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "(1,1)")]
    [InlineData("{", "(1,2)")]
    [InlineData("{\n  \"root\": tru }", "(2,14)")]
    [InlineData("{} {}", "(1,4)")]
    [InlineData("{\"severity\": {\"\\ud800\": \"none\"}}", "(1,15)")]
    public void What_is_not_JSON_is_told_at_its_place(string json, string place)
    {
        Write("netdsl.json", json);
        Host = Host with { CurrentDirectory = PathOf(".") };

        RunTagger("emit");

        Assert.StartsWith($"netdsl.json{place}: error ND0122: ", Relative(), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_counted_in_characters()
    {
        Write("netdsl.json", "{\"$schema\": \"ü\", \"x\": 1}");

        RunTagger("emit");

        Assert.Contains("netdsl.json(1,18): error ND0122", Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"x\": 1}")]
    [InlineData("\0")]
    public void A_wrong_file_keeps_a_verb_from_running(string json)
    {
        Write("netdsl.json", json);

        Assert.Equal(1, RunTagger("emit"));
        Assert.Empty(OutputBytes);
    }

    [Fact]
    public void A_deeply_nested_file_is_wrong()
    {
        Write("netdsl.json", string.Concat(Enumerable.Repeat("{\"a\":", 100_000)));

        Assert.Equal(1, RunTagger("emit"));
    }

    [Fact]
    public void A_file_of_any_size_is_not_read()
    {
        Write("netdsl.json", new string(' ', 2 << 20));

        Assert.Equal(1, RunTagger("emit"));
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_wrong()
    {
        File.WriteAllBytes(PathOf("netdsl.json"), [0x7b, 0xff]);

        Assert.Equal(1, RunTagger("emit"));
    }

    private IEnumerable<string> Reported(params string[] flags)
    {
        RunTagger(["emit", .. flags]);
        return Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[3].TrimEnd(':'));
    }

    // The folder of the test is not the current one in all of them.
    private string Relative() => Error[Error.IndexOf("netdsl.json", StringComparison.Ordinal)..];
}
