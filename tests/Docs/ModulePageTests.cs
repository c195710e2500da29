using System.Globalization;
using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Docs;

/// <summary>The page of modules is as it is generated.</summary>
[Collection("Console")]
public sealed class ModulePageTests : DocsFixture
{
    private readonly List<NetStatistics> emitted = [];
    private int examples;

    [Fact]
    public void The_page_of_modules_says_what_the_modules_say_and_become() =>
        GeneratedPage.Check(ModulePage.File, ModulePage.Write(Emitted));

    private ExampleFacts Emitted(string example)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"example{examples++}.cs");
        var model = Write(place, ProgramOf(new CodeBlock(place, 1, "csharp", example)));
        Host = Host with { Emitter = Noted };
        emitted.Clear();
        Assert.True(Run("emit", model) == 0 && Run("emit", model, "--no-lower") == 0, $"{example}\n{Error}");
        return new(emitted[0], emitted[1]);
    }

    private Emission Noted(Net net, EmitOptions options)
    {
        var emission = ConfigEmitter.Emit(net, options);
        emitted.Add(ConfigStatistics.Of(emission));
        return emission;
    }
}
