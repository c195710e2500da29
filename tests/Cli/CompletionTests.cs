using System.Diagnostics;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class CompletionTests : CliFixture
{
    [Fact]
    public void Only_the_words_of_an_option_complete_it()
    {
        Run("[suggest:8]", "emit -f ");

        Assert.Equal(["auto", "json", "python"], Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Bash_understands_its_script()
    {
        if (!File.Exists("/bin/bash"))
        {
            return;
        }

        Run("completion", "bash");
        var script = Write(
            "try.sh",
            $$"""
            netdsl() { printf 'emit\nexplain\n'; }
            {{Output}}
            COMP_LINE="netdsl e"; COMP_POINT=8; COMP_WORDS=(netdsl e); COMP_CWORD=1
            _netdsl
            echo "${COMPREPLY[*]}"
            """
        );
        using var bash = Process.Start(
            new ProcessStartInfo("/bin/bash") { RedirectStandardOutput = true, ArgumentList = { PathOf(script) } }
        )!;

        Assert.Equal("emit explain\n", bash.StandardOutput.ReadToEnd());
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("explain", "--help")]
    public void Help_is_no_wider_than_a_large_screen(params string[] args)
    {
        Run(args);

        Assert.All(Output.Split('\n'), line => Assert.True(line.Length < 160, line));
    }
}
