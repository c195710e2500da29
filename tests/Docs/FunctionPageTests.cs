using NetDsl.Emit;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Docs;

/// <summary>The page of functions is as it is generated, and complete.</summary>
[Collection("Console")]
public sealed class FunctionPageTests : DocsFixture
{
    [Fact]
    public void The_page_of_functions_says_what_the_functions_say_and_become()
    {
        var emitted = new List<NetStatistics>();
        Host = Host with
        {
            Emitter = (net, options) =>
            {
                var emission = ConfigEmitter.Emit(net, options);
                emitted.Add(ConfigStatistics.Of(emission));
                return emission;
            },
        };

        Run("check", Write("functions.cs", FunctionPage.Program()));

        Assert.True(Error.Length == 0, Error);
        GeneratedPage.Check(FunctionPage.File, FunctionPage.Write(emitted));
    }

    [Fact]
    public void Every_function_has_an_example() =>
        Findings.None(
            FunctionPage.Names.Except(FunctionPage.Shown).Select(name => $"tests/Docs/functions.txt: no {name}")
        );
}
