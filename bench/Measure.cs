using System.Diagnostics;

namespace NetDsl.Bench;

/// <summary>What one call costs once everything is compiled: the median time, and the memory it allocates.</summary>
internal readonly record struct Measure(double Milliseconds, double Kilobytes)
{
    private const double WarmSeconds = 10.0;

    /// <summary>Calls until the compiler has made the best of it, then so often again.</summary>
    internal static Measure Of<T>(Func<T> action, int runs = 31)
    {
        var warm = Stopwatch.StartNew();
        for (var run = 0; run < 3 || (warm.Elapsed.TotalSeconds < WarmSeconds && run < 1000); run++)
        {
            action();
        }

        var times = new double[runs];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(times);
        return new(times[runs / 2], bytes / 1024.0 / runs);
    }
}
