using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class VerifyTests : CliFixture
{
    [Fact]
    public void A_file_that_is_up_to_date_exits_with_0()
    {
        Write("net.py", "model tagger\n");

        Assert.Equal(0, RunTagger("emit", "-o", "net.py", "--verify"));
    }

    [Fact]
    public void A_file_that_differs_exits_with_2()
    {
        Write("net.py", "model tagger");

        Assert.Equal(2, RunTagger("emit", "-o", "net.py", "--verify"));
    }

    [Fact]
    public void A_file_that_differs_is_told_with_the_line()
    {
        Emit = net => Emission(net) with { Text = "one\ntwo\nthree\n" };
        Write("net.py", "one\ntwo\nThree\n");

        RunTagger("emit", "-o", "net.py", "--verify");

        Assert.Equal(
            "net.py(3,1): error ND0117: 'net.py' is not what the model emits; this is the first line that differs\n"
                + "  bring it up to date with: emit -o net.py\n",
            Error
        );
    }

    [Fact]
    public void A_file_that_differs_is_not_written()
    {
        Write("net.py", "old");

        RunTagger("emit", "-o", "net.py", "--verify");

        Assert.Equal("old", Read("net.py"));
    }

    [Fact]
    public void A_missing_file_exits_with_2() => Assert.Equal(2, RunTagger("emit", "-o", "net.py", "--verify"));

    [Fact]
    public void A_missing_file_is_not_made()
    {
        RunTagger("emit", "-o", "net.py", "--verify");

        Assert.False(File.Exists(PathOf("net.py")));
    }

    [Fact]
    public void A_model_with_errors_exits_with_1()
    {
        Emit = _ => throw new ModelException([new Diagnostic("ND2001", Severity.Error, "no")]);

        Assert.Equal(1, RunTagger("emit", "-o", "net.py", "--verify"));
    }

    [Fact]
    public void A_folder_cannot_be_compared()
    {
        Directory.CreateDirectory(PathOf("net.py"));

        RunTagger("emit", "-o", "net.py", "--verify");

        Assert.StartsWith("netdsl : error ND0116: ", Error, StringComparison.Ordinal);
    }
}
