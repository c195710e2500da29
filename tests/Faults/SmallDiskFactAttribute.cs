using Xunit;

namespace NetDsl.Tests.Faults;

/// <summary>A test that needs a disk of its own; where none can be mounted it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.WhyNot;
}
