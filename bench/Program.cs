using System.Globalization;
using BenchmarkDotNet.Running;
using NetDsl.Bench;

// Without arguments the table of ratios; `--largest 1000000` for the largest net; all else is BenchmarkDotNet's.
if (args is [PeakMemory.Argument, var model, var layers])
{
    PeakMemory.Print(Console.Out, model, int.Parse(layers, CultureInfo.InvariantCulture));
    return;
}

if (args is [] or ["--largest", _])
{
    RatioTable.Print(
        Console.Out,
        args is [_, var largest] ? int.Parse(largest, CultureInfo.InvariantCulture) : 100_000
    );
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(RatioTable).Assembly).Run(args);
