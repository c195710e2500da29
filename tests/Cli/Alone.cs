using Xunit;

namespace NetDsl.Tests.Cli;

/// <summary>Tests that measure the memory of the process: no others run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    /// <summary>What such test classes name.</summary>
    public const string Name = "Alone";
}
