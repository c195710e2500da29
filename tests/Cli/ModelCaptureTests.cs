using NetDsl.Cli;
using Xunit;

namespace NetDsl.Tests.Cli;

public sealed class ModelCaptureTests
{
    [Fact]
    public void Without_a_tool_there_is_nobody_to_take_models() => Assert.False(ModelCapture.TryTake([Tagger]));

    [Fact]
    public void A_program_may_hand_over_models_in_several_calls() =>
        Assert.Equal(
            [Tagger, Tagger],
            ModelCapture.During(() =>
            {
                NetDslCli.Run([], Tagger);
                NetDslCli.Run([], Tagger);
            })
        );

    [Fact]
    public void Two_programs_on_two_threads_do_not_see_each_other()
    {
        using var bothRun = new Barrier(2);
        Func<Net> other = () => new Net("other");
        IReadOnlyList<Delegate> inThread = [];
        var thread = new Thread(() => inThread = Capture(other));
        thread.Start();

        var here = Capture(Tagger);
        thread.Join();

        Assert.Equal([Tagger], here);
        Assert.Equal([other], inThread);

        IReadOnlyList<Delegate> Capture(Func<Net> model) =>
            ModelCapture.During(() =>
            {
                bothRun.SignalAndWait();
                NetDslCli.Run([], model);
            });
    }

    private static Net Tagger() => new("tagger");
}
