using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace NetDsl.Cli;

/// <summary>Prints this assembly's version; the parser's own action would print that of a self-hosted model.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <summary>The version of the tool.</summary>
    public static string? ToolVersion { get; } =
        typeof(VersionAction)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"netdsl {ToolVersion}");
        return ExitCode.Done;
    }
}
