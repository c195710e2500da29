using System.Diagnostics;
using System.Globalization;
using NetDsl.Bench.Models;
using NetDsl.Emit;

namespace NetDsl.Bench;

/// <summary>The most memory that a process has had when it has emitted one net: in a process of its own, which does nothing else.</summary>
internal static class PeakMemory
{
    /// <summary>The first argument of the program that asks for it; the name of the model and its number of layers follow.</summary>
    internal const string Argument = "--peak";

    /// <summary>Starts this program again, and answers what it has measured, in megabytes.</summary>
    internal static int Of(string model, int layers)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };

        // As in the tool, which is compiled ahead: code that is compiled in a hurry keeps what it has once held.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(PeakMemory).Assembly.Location);
        }

        start.ArgumentList.Add(Argument);
        start.ArgumentList.Add(model);
        start.ArgumentList.Add(layers.ToString(CultureInfo.InvariantCulture));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return int.Parse(output, CultureInfo.InvariantCulture);
    }

    /// <summary>Emits the net, and prints what it took.</summary>
    internal static void Print(TextWriter output, string model, int layers)
    {
        Emit(model, layers);
        using var own = Process.GetCurrentProcess();
        output.WriteLine(own.PeakWorkingSet64 / 1_000_000);
    }

    // The net is not held here: once it is translated, it can go.
    private static void Emit(string model, int layers) =>
        ConfigEmitter.Emit(
            model == "steps" ? StepModel.Record(layers) : ChainModel.Record(layers),
            new() { Format = ConfigFormat.Python }
        );
}
