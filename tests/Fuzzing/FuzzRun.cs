using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace NetDsl.Tests.Fuzzing;

/// <summary>
/// Trials one after the other, the same ones in every run: a few as a rule, and as many as fit in <c>NETDSL_FUZZ_SECONDS</c>. Neither
/// an exception nor a trial that does not end is accepted; the message has the number of the trial, from which it can be made again.
/// </summary>
internal sealed class FuzzRun(int trials, Func<FuzzNumbers, string> make, Action<string> use)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private static readonly int? seconds = int.TryParse(
        Environment.GetEnvironmentVariable("NETDSL_FUZZ_SECONDS"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var given
    )
        ? given
        : null;

    private volatile string? current;
    private volatile string? failure;
    private volatile uint trial;

    public void Run()
    {
        var worker = new Thread(Work) { IsBackground = true };
        worker.Start();
        for (var last = trial; !worker.Join(patience); last = trial)
        {
            Assert.False(last == trial, $"Trial {trial} does not end:\n{current}");
        }

        Assert.True(failure is null, failure);
    }

    private void Work()
    {
        var watch = Stopwatch.StartNew();
        for (trial = 0; seconds is { } most ? watch.Elapsed.TotalSeconds < most : trial < trials; trial++)
        {
            try
            {
                current = make(new FuzzNumbers(trial));
                use(current);
            }
            catch (Exception error)
            {
                failure = $"Trial {trial}: {error}\n{current}";
                return;
            }
        }
    }
}
