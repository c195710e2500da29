using System.Globalization;
using Xunit;

namespace NetDsl.Tests.Faults;

/// <summary>
/// A theory of signals that end a process. What was started in the background, or by <c>nohup</c>, ignores some of them, and so does
/// all that it starts: then it is skipped, and says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SignalTheoryAttribute : TheoryAttribute
{
    // HUP, INT and TERM, as bits of the mask that Linux shows.
    private const ulong Ending = (1UL << 0) | (1UL << 1) | (1UL << 14);

    public SignalTheoryAttribute() =>
        Skip =
            OperatingSystem.IsWindows() ? "Windows has no such signals"
            : (Ignored() & Ending) != 0 ? "signals are ignored here: these tests were started in the background"
            : null;

    private static ulong Ignored()
    {
        const string Status = "/proc/self/status";
        const string Mask = "SigIgn:";
        return
            File.Exists(Status)
            && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Mask, StringComparison.Ordinal))
                is { } line
            ? ulong.Parse(line[Mask.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : 0;
    }
}
