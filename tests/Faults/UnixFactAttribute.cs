using Xunit;

namespace NetDsl.Tests.Faults;

/// <summary>A test of what only Unix has: signals, devices, a shell.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no such signals and devices" : null;
}
