using NetDsl.Cli;
using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection(Alone.Name)]
public sealed class WatchTests : CliFixture
{
    [Fact]
    public void A_saved_model_is_emitted_again_until_it_is_interrupted()
    {
        using var cancellation = new CancellationTokenSource();
        var emitted = new SemaphoreSlim(0);
        Host = Host with
        {
            Cancellation = cancellation.Token,
            Emitter = (net, _) =>
            {
                emitted.Release();
                return Emission(net);
            },
        };
        WriteModel("model.cs", "first");
        var code = 0;
        var watch = new Thread(() => code = Run("watch", "model.cs", "-o", "net.py"));
        watch.Start();

        Assert.True(emitted.Wait(TimeSpan.FromMinutes(1)));
        WriteModel("model.cs", "second");
        Assert.True(emitted.Wait(TimeSpan.FromMinutes(1)));
        SpinWait.SpinUntil(() => IsWritten("net.py", "model second\n"), TimeSpan.FromMinutes(1));
        cancellation.Cancel();
        watch.Join();

        Assert.Equal(130, code);
        Assert.Equal("model second\n", Read("net.py"));
    }

    // .NET does not let two have a file that one of them locks, and while it takes its place it is locked.
    private bool IsWritten(string file, string text)
    {
        try
        {
            return Read(file) == text;
        }
        catch (IOException)
        {
            return false;
        }
    }

    [Fact]
    public void A_model_that_is_wrong_for_a_while_does_not_end_it()
    {
        var command = Watch();
        Write("model.cs", "using NetDsl; return ");

        Assert.Equal(1, command.EmitOnce());

        WriteModel("model.cs", "right");
        Assert.Equal(0, command.EmitOnce());
    }

    [Fact]
    public void Memory_is_the_same_after_200_edits()
    {
        Host = Host with { Emitter = ConfigEmitter.Emit };
        var command = Watch();
        Edit(command, 0, 20);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Edit(command, 20, 200);

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.InRange(growth, long.MinValue, 4 << 20);
    }

    private void Edit(WatchCommand command, int first, int end)
    {
        for (var edit = first; edit < end; edit++)
        {
            Write(
                "model.cs",
                $$"""
                using NetDsl;
                using NetDsl.Layers;
                return NetDslCli.Run(args, Model);
                static Net Model()
                {
                    var net = new Net("edit");
                    var data = net.Input("data", [Dim.Batch, Dim.Dynamic("time"), Dim.Feature("in", {{edit + 1}})]);
                    net.Output(net.Add("map", new Linear(Dim.Feature("out", 5))).Call(data));
                    return net;
                }
                """
            );
            Assert.Equal(0, command.EmitOnce());
        }
    }

    private WatchCommand Watch()
    {
        var globals = new GlobalSettings { Cache = false };
        var settings = new EmitSettings { Model = "model.cs", Output = "net.py" };
        return new WatchCommand(Host, globals, settings, new ModelSource(Host, globals, given: null));
    }
}
