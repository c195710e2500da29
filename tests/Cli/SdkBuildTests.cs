using NetDsl.Cli;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class SdkBuildTests : CliFixture
{
    [Fact]
    public void A_script_with_a_project_of_its_own_is_built_by_the_SDK()
    {
        Host = Host with { Environment = CliHost.OfProcess(new CancellationTokenSource()).Environment };
        Write(
            "Directory.Build.props",
            $"""
            <Project>
              <ItemGroup>
                <Reference Include="{AppContext.BaseDirectory}netdsl.dll" />
                <Reference Include="{AppContext.BaseDirectory}NetDsl.Dsl.dll" />
              </ItemGroup>
            </Project>
            """
        );
        Write(
            "names/Names.csproj",
            """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>"""
        );
        Write("names/Names.cs", "public static class Names { public const string Model = \"built\"; }");
        Write(
            "model.cs",
            """
            #:project names
            #:property PublishAot=false
            using NetDsl;
            return NetDslCli.Run(args, () => new Net(Names.Model));
            """
        );

        Run("emit", "model.cs");

        Assert.Equal(("model built\n", ""), (Output, Error));
    }

    [Fact]
    public void A_missing_SDK_is_told()
    {
        Run("emit", WriteModel("model.cs", before: "#:package Other@1.0.0\n"));

        Assert.StartsWith("netdsl : error ND0109: 'model.cs' needs the .NET SDK", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_is_not_built_in_process()
    {
        Run("emit", "--build", "roslyn", Write("model.csproj", "<Project/>"));

        Assert.StartsWith(
            "netdsl : error ND0108: 'model.csproj' is not built with --build roslyn\n",
            Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Errors_of_a_build_keep_their_places()
    {
        var error = Assert.Single(
            BuildOutput.Errors(
                "m.csproj",
                "/m/a.cs(1,23): error CS1002: ; expected [/m/m.csproj]\n/m/a.cs(1,23): error CS1002: ; expected [/m/m.csproj]\n"
            )
        );

        Assert.Equal("/m/a.cs(1,23): error CS1002: ; expected", error.ToString());
    }

    [Fact]
    public void Other_words_of_a_build_are_told_as_they_are()
    {
        var error = Assert.Single(BuildOutput.Errors("m.csproj", "MSBUILD : error MSB1003: nothing to build"));

        Assert.Equal("dotnet build m.csproj failed:\nMSBUILD : error MSB1003: nothing to build", error.Message);
    }
}
