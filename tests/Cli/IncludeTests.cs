using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class IncludeTests : CliFixture
{
    private const string Model = """
        #:include parts/models.cs
        using NetDsl;
        return NetDslCli.Run(args, Models.Tagger);
        """;

    private const string Models = """
        #:include names.cs
        using NetDsl;
        static class Models { public static Net Tagger() => new(Names.Tagger); }
        """;

    [Fact]
    public void A_script_includes_files_and_these_include_others()
    {
        WriteAll("tagger");

        Assert.Equal(0, Run("emit", "model.cs"));

        Assert.Equal("model tagger\n", Output);
    }

    [Fact]
    public void A_change_of_an_included_file_is_seen_in_spite_of_the_cache()
    {
        WriteAll("tagger");
        Run("emit", "model.cs");
        WriteAll("other");

        Run("emit", "model.cs");

        Assert.Equal("model tagger\nmodel other\n", Output);
    }

    [Fact]
    public void An_error_in_an_included_file_is_told_there()
    {
        WriteAll("tagger");
        Write("parts/names.cs", "static class Names { public const string Tagger = 5; }");

        Assert.Equal(1, Run("emit", "model.cs"));

        Assert.StartsWith("parts/names.cs(1,", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_at_the_directive()
    {
        Write("model.cs", Model);

        Assert.Equal(1, Run("emit", "model.cs"));

        Assert.StartsWith(
            "model.cs(1,1): error ND0108: there is no file 'parts/models.cs'",
            Error,
            StringComparison.Ordinal
        );
    }

    private void WriteAll(string name)
    {
        Write("model.cs", Model);
        Write("parts/models.cs", Models);
        Write("parts/names.cs", $"static class Names {{ public const string Tagger = \"{name}\"; }}");
    }
}
