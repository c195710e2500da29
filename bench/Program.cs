using BenchmarkDotNet.Running;
using NetDsl.Bench;

// Without arguments the table of ratios; `--largest 1000000` for the largest net; all else is BenchmarkDotNet's.
if (args is [] or ["--largest", _])
{
    RatioTable.Print(
        Console.Out,
        args is [_, var largest] ? int.Parse(largest, System.Globalization.CultureInfo.InvariantCulture) : 100_000
    );
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(RatioTable).Assembly).Run(args);
