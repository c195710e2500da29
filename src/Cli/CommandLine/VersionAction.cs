using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace NetDsl.Cli;

/// <summary>Prints this assembly's version; the parser's own action would print that of a self-hosted model.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        parseResult.InvocationConfiguration.Output.WriteLine($"netdsl {version?.InformationalVersion}");
        return ExitCode.Done;
    }
}
