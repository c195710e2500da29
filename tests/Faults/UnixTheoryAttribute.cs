using Xunit;

namespace NetDsl.Tests.Faults;

/// <summary>A theory of what only Unix has.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() =>
        Skip = OperatingSystem.IsWindows() ? "Windows has no such signals and devices" : null;
}
